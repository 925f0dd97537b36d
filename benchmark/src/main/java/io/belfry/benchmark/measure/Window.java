package io.belfry.benchmark.measure;

import io.belfry.benchmark.wire.BreakdownException;
import java.util.concurrent.locks.LockSupport;

/**
 * Holds the sender up while too much is under way. Where no connection leads from sender to
 * receiver, nothing else does: a broker takes what comes, to keep it, refuse it or lose it.
 */
final class Window {

  private static final long PATIENCE_NANOS = 5_000_000_000L;

  /** Short beside the time that a window of messages takes. */
  private static final long PAUSE_NANOS = 20_000;

  private final Audience audience;
  private final int size;

  /** All messages before this one may be sent. */
  private long limit;

  /**
   * Makes a window.
   *
   * @param audience who receives
   * @param size how many messages may be under way to the slowest of them
   */
  Window(Audience audience, int size) {
    this.audience = audience;
    this.size = size;
    this.limit = size;
  }

  /**
   * Waits until the message with that number may be sent.
   *
   * @throws BreakdownException if the receivers hear nothing more
   */
  void await(long sequence) {
    long since = 0;
    while (sequence >= limit) {
      long open = audience.heardByAll() + size;
      if (open > limit) {
        limit = open;
        since = 0;
      } else {
        since = since == 0 ? System.nanoTime() : since;
        pause(sequence, since);
      }
    }
  }

  private void pause(long sequence, long since) {
    if (System.nanoTime() - since > PATIENCE_NANOS) {
      throw new BreakdownException("Of " + sequence + " messages, " + (sequence - limit + size)
          + " do not arrive; the broker has lost them, or no longer delivers.");
    }
    LockSupport.parkNanos(PAUSE_NANOS);
  }
}
