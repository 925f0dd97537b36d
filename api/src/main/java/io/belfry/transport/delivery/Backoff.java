package io.belfry.transport.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next try: twice as long each time up to a limit, and each time by
 * chance up to a half less, so that those who failed together do not come back together.
 *
 * @param first the first wait
 * @param limit the longest wait
 */
public record Backoff(Duration first, Duration limit) {

  /** From 100 milliseconds to 5 seconds. */
  public static final Backoff DEFAULTS = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

  private static final int MOST_DOUBLINGS = 30;

  /**
   * Checks the waits.
   *
   * @throws IllegalArgumentException if the first is not above zero, or above the limit
   */
  public Backoff {
    if (first.isNegative() || first.isZero() || first.compareTo(limit) > 0) {
      throw new IllegalArgumentException(
          "The first wait must be above zero and at most the longest, not " + first + ".");
    }
  }

  /**
   * The wait after some failures in a row.
   *
   * @param failures how many there were, at least 1
   * @return the wait, by chance between a half of it and all of it
   */
  public Duration after(int failures) {
    long doublings = Math.min(failures - 1, MOST_DOUBLINGS);
    Duration whole = first.multipliedBy(1L << doublings);
    long nanos = (whole.compareTo(limit) < 0 ? whole : limit).toNanos();
    return Duration.ofNanos(nanos - ThreadLocalRandom.current().nextLong(nanos / 2 + 1));
  }
}
