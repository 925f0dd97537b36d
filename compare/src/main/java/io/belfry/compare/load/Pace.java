package io.belfry.compare.load;

import java.util.concurrent.locks.LockSupport;

/** Waits for moments. */
final class Pace {

  /**
   * A parked thread wakes later by about so much. Waiting awake for longer would keep a processor
   * from the others.
   */
  private static final long SLACK_NANOS = 60_000;

  private Pace() {}

  /**
   * Returns at the moment, not some tens of microseconds later, as a thread does that has slept.
   */
  static void awaitExactly(long moment) {
    for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
      if (left > SLACK_NANOS) {
        LockSupport.parkNanos(left - SLACK_NANOS);
      } else {
        Thread.onSpinWait();
      }
    }
  }
}
