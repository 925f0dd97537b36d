package io.belfry.server.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Tells when it is time again; at first it is. For one thread. */
final class Timer {

  private final long interval;
  private long next = System.nanoTime();

  Timer(Duration interval) {
    this.interval = interval.toNanos();
  }

  boolean isDue() {
    return System.nanoTime() - next >= 0;
  }

  void restart() {
    next = System.nanoTime() + interval;
  }

  /** In milliseconds, at least 1. */
  long left() {
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(next - System.nanoTime()));
  }
}
