package io.belfry.transport;

import java.util.concurrent.CompletionStage;

/** A handler at work: of messages, requests or work. Safe for any thread. */
public interface Subscription extends AutoCloseable {

  /**
   * When the subscription is in force: whatever is sent after that, from anywhere, reaches it.
   *
   * <p>The stage is complete at once, or completes on a thread of the transport. Its continuations
   * may take their time, as a handler may.
   *
   * @return a stage that completes then, or fails with the reason of a refusal; after a failure the
   *     subscription is closed
   */
  CompletionStage<Void> ready();

  /**
   * What has happened so far. Exact once the traffic has ended; does not block.
   *
   * @return the counters
   */
  Counters counters();

  /**
   * Ends the subscription. A second call does nothing.
   *
   * <p>Blocking: until a handler that is running has returned, at most for the transport's close
   * time-out; called from the handler itself, it does not wait. After that the handler is not
   * called again. Failure: none is thrown.
   */
  @Override
  void close();
}
