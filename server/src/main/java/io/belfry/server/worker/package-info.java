/**
 * Workers: processes that deliver for the servers, so that there can be more mails by adding
 * processes. Work goes to them through a queue, and their reports come back through another; what
 * is true stands in the store, and is written by the servers alone.
 */
package io.belfry.server.worker;
