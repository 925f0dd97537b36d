package io.belfry.transport;

/**
 * A wire and all that can be done with it. Safe for use by any number of threads.
 *
 * <p>A lost connection is repaired in the background, with back-off and jitter, and subscriptions
 * are restored, where {@link Capability#RECONNECT} is declared; {@link #health} tells.
 */
public interface Transport extends PubSub, RequestReply, Pipeline, AutoCloseable {

  /**
   * What this transport does on the connection at hand. It is never more than its provider
   * declares. Does not block.
   *
   * @return the capabilities, the same for the life of the transport
   */
  Capabilities capabilities();

  /**
   * Whether messages can travel now. Does not block, and asks nobody: it tells what is known.
   *
   * @return the state and a sentence about it
   */
  Health health();

  /**
   * Ends all subscriptions, fails outstanding requests and sends with {@code CLOSED}, and gives
   * back every thread, socket and temporary queue.
   *
   * <p>Threads: any; a second call does nothing. Blocking: until handlers that are running have
   * returned, at most for the transport's close time-out; a handler that does not return by then is
   * left behind. What was handed off before is sent within that time. Failure: none is thrown.
   */
  @Override
  void close();
}
