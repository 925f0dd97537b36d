/**
 * Those who receive over HTTP and WebSocket: bare sockets, all on one thread, so that as much of
 * the processor as possible is left to whoever serves them.
 */
package io.belfry.benchmark.browser;
