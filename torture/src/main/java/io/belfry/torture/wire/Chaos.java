package io.belfry.torture.wire;

import java.time.Duration;

/**
 * How bad a wire is. Each message meets one fate; what is delayed is overtaken by what comes after
 * it.
 *
 * @param drop the share of messages that are lost, from 0 to 1
 * @param repeat the share that comes twice
 * @param delay the share that comes late
 * @param latest how late at most
 */
public record Chaos(double drop, double repeat, double delay, Duration latest) {

  /** A wire that does nothing of the kind. */
  public static final Chaos NONE = new Chaos(0, 0, 0, Duration.ofMillis(1));

  /**
   * Checks the shares.
   *
   * @throws IllegalArgumentException if they are below 0 or more than 1 together, or the delay is
   *     not above zero
   */
  public Chaos {
    if (drop < 0 || repeat < 0 || delay < 0 || drop + repeat + delay > 1) {
      throw new IllegalArgumentException("The shares must be from 0 to 1, and together, too.");
    }
    if (latest.isZero() || latest.isNegative()) {
      throw new IllegalArgumentException("The longest delay must be above zero.");
    }
  }

  /**
   * Equal shares of each.
   *
   * @param share of messages that are lost, repeated or delayed, from 0 to 1
   * @return a third of it each, up to half a second late
   */
  public static Chaos evenly(double share) {
    return new Chaos(share / 3, share / 3, share / 3, Duration.ofMillis(500));
  }
}
