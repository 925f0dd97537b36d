package io.belfry.server.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When to try again, and when to give up.
 *
 * @param first the pause after the first failure
 * @param factor how much longer each next pause is
 * @param longest the longest pause
 * @param limit how long after the first failure there is another try
 */
public record RetrySchedule(Duration first, double factor, Duration longest, Duration limit) {

  /** From a minute up to an hour, for four days, as RFC 5321 advises. */
  public static final RetrySchedule DEFAULTS =
      new RetrySchedule(Duration.ofMinutes(1), 2, Duration.ofHours(1), Duration.ofDays(4));

  /** So many failures at once must not come back at once. */
  private static final double JITTER = 0.2;

  /**
   * Checks the times.
   *
   * @throws IllegalArgumentException if the pauses would not grow, or not be pauses
   */
  public RetrySchedule {
    if (first.toMillis() < 1 || longest.compareTo(first) < 0 || limit.isNegative()) {
      throw new IllegalArgumentException(
          "The first pause must be above zero, the longest not below it, and the limit a time.");
    }
    if (!(factor >= 1 && factor <= 100)) {
      throw new IllegalArgumentException("The factor must be from 1 to 100, not " + factor + ".");
    }
  }

  /** The pause after so many failures in a row, a little longer by chance. */
  long millisAfter(int failures) {
    double whole = first.toMillis() * Math.pow(factor, failures - 1.0);
    double most = Math.min(whole, (double) longest.toMillis());
    return (long) (most * (1 + JITTER * ThreadLocalRandom.current().nextDouble()));
  }

  /** Whether it is time to give up. */
  boolean isOver(long failingSince, long now) {
    return now - failingSince >= limit.toMillis();
  }
}
