package io.belfry.server.log;

import java.time.Duration;

/** How fast the log writes, of late. Guarded by whoever holds it. */
final class Rate {

  private static final double WEIGHT_OF_NEW = 0.2;
  private static final double SHORTEST = 10e6;
  private static final double LONGEST = 5e9;
  private static final double UNKNOWN = 1e9;

  private double nanosEach;

  void add(int events, long nanos) {
    double sample = (double) nanos / Math.max(1, events);
    nanosEach = nanosEach == 0 ? sample : nanosEach + WEIGHT_OF_NEW * (sample - nanosEach);
  }

  /** When half of those that wait now will have been written, more or less. */
  Duration retryAfter(int waiting) {
    double nanos = nanosEach == 0 ? UNKNOWN : nanosEach * waiting / 2;
    return Duration.ofNanos((long) Math.min(LONGEST, Math.max(SHORTEST, nanos)));
  }
}
