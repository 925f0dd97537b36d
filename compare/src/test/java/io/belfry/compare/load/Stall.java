package io.belfry.compare.load;

import java.util.concurrent.locks.LockSupport;

/** What a slow transport does: it keeps whoever calls it for a known time. */
public final class Stall {

  private Stall() {}

  /**
   * Returns when the time is over, never before.
   *
   * @param nanos the time
   */
  public static void lasting(long nanos) {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
