package io.belfry.transport.jms;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * When waiting ends. An interrupt does not cut it short, but is kept for the caller.
 *
 * @param nanos the time, as {@link System#nanoTime} tells it
 */
record Deadline(long nanos) {

  /** Something that can be waited for. */
  @FunctionalInterface
  interface Awaited {
    boolean within(long time, TimeUnit unit) throws InterruptedException;
  }

  /** It never ends. */
  static final Deadline NEVER = new Deadline(0);

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  long left() {
    return nanos - System.nanoTime();
  }

  boolean isPast() {
    return !equals(NEVER) && left() <= 0;
  }

  /** Waits for it; false if it did not come in time. */
  boolean await(Awaited awaited) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return awaited.within(Math.max(0, left()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
