package io.belfry.server.subscription;

import java.time.Duration;

/**
 * How much is remembered for subscribers.
 *
 * @param forEach how many subscriptions a subscriber may have
 * @param inAll how many there may be
 * @param cursorLength how many characters a cursor may have
 * @param abandonedAfter after how long without a word a subscription is forgotten, so that it does
 *     not hold the log for ever
 */
public record SubscriptionConfig(
    int forEach, long inAll, int cursorLength, Duration abandonedAfter) {

  /** 1,000 for each, a million in all, 64 Ki characters, 30 days. */
  public static final SubscriptionConfig DEFAULTS =
      new SubscriptionConfig(1_000, 1_000_000, 1 << 16, Duration.ofDays(30));

  private static final int LEAST_LENGTH = 100;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one of them leaves no room
   */
  public SubscriptionConfig {
    if (forEach < 1 || inAll < 1 || cursorLength < LEAST_LENGTH || abandonedAfter.toMillis() < 1) {
      throw new IllegalArgumentException("The limits of subscriptions must leave some room.");
    }
  }
}
