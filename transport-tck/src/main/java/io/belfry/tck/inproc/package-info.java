/**
 * The smallest transport that keeps the contract: everything happens in one process, through
 * memory. To be read by whoever writes a transport, and to be broken by the tests of the contract.
 *
 * <p>Begin at {@link io.belfry.tck.inproc.InprocProvider}. What a broker would do is in
 * {@code Place}: topics, services and queues. What a client library would do is in
 * {@code InprocTransport}.
 */
package io.belfry.tck.inproc;
