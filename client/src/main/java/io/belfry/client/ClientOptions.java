package io.belfry.client;

import io.belfry.transport.delivery.Backoff;
import java.time.Duration;

/**
 * How long a client waits, and how often it tries.
 *
 * @param deadline how long the answer to one try is waited for
 * @param patience for how long, all in all, what may pass is tried again; zero for one try
 * @param backoff how long to wait between tries
 */
public record ClientOptions(Duration deadline, Duration patience, Backoff backoff) {

  private static final Duration LONGEST = Duration.ofDays(365);

  /** Ten seconds for a try, half a minute for all. */
  public static final ClientOptions DEFAULTS =
      new ClientOptions(Duration.ofSeconds(10), Duration.ofSeconds(30), Backoff.DEFAULTS);

  /**
   * Checks the times.
   *
   * @throws IllegalArgumentException if the deadline is not above zero, the patience is negative,
   *     or one of them is more than a year
   */
  public ClientOptions {
    if (deadline.isNegative() || deadline.isZero() || deadline.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The deadline must be above zero and at most a year, not " + deadline + ".");
    }
    if (patience.isNegative() || patience.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The patience must be from zero to a year, not " + patience + ".");
    }
  }

  /**
   * These with one try for each request.
   *
   * @return options without patience
   */
  public ClientOptions withoutRetries() {
    return new ClientOptions(deadline, Duration.ZERO, backoff);
  }

  boolean hasRetries() {
    return !patience.isZero();
  }
}
