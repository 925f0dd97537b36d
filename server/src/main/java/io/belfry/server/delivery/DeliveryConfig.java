package io.belfry.server.delivery;

import java.time.Duration;

/**
 * How registrations are served.
 *
 * @param retry when what failed is tried again
 * @param digest how long to gather changes for one notice; with zero each is told at once, alone
 * @param most how many changes a notice tells at most, where they are gathered
 * @param underWay how many notices are under way at most
 * @param forDomain how many of them to one domain
 * @param forDomainEachMinute how many notices a domain gets in a minute at most; any number with 0
 * @param together how many recipients may share a notice; only with 1 has it their own address and
 *     their own way to leave
 */
public record DeliveryConfig(
    RetrySchedule retry,
    Duration digest,
    int most,
    int underWay,
    int forDomain,
    int forDomainEachMinute,
    int together) {

  /** Each change at once, to each recipient alone. */
  public static final DeliveryConfig DEFAULTS =
      new DeliveryConfig(RetrySchedule.DEFAULTS, Duration.ZERO, 100, 64, 16, 0, 1);

  private static final int MOST_CHANGES = 1_000;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public DeliveryConfig {
    if (digest.isNegative() || most < 1 || most > MOST_CHANGES) {
      throw new IllegalArgumentException(
          "A digest gathers for some time, and has from 1 to " + MOST_CHANGES + " changes.");
    }
    if (underWay < 1 || forDomain < 1 || forDomainEachMinute < 0 || together < 1) {
      throw new IllegalArgumentException(
          "At least one notice must be under way, to one recipient, of a domain that may get some.");
    }
  }

  /** How many changes one notice may tell. */
  int mostInOne() {
    return digest.isZero() ? 1 : most;
  }

  /**
   * The same with another schedule.
   *
   * @param other when what failed is tried again
   * @return the configuration
   */
  public DeliveryConfig withRetry(RetrySchedule other) {
    return new DeliveryConfig(
        other, digest, most, underWay, forDomain, forDomainEachMinute, together);
  }

  /**
   * The same with digests.
   *
   * @param window how long to gather
   * @param changes how many at most
   * @return the configuration
   */
  public DeliveryConfig withDigest(Duration window, int changes) {
    return new DeliveryConfig(
        retry, window, changes, underWay, forDomain, forDomainEachMinute, together);
  }

  /**
   * The same with other caps for each domain.
   *
   * @param atOnce how many notices to one domain are under way
   * @param eachMinute how many it gets in a minute; any number with 0
   * @return the configuration
   */
  public DeliveryConfig withDomainCaps(int atOnce, int eachMinute) {
    return new DeliveryConfig(retry, digest, most, underWay, atOnce, eachMinute, together);
  }

  /**
   * The same with notices that several recipients share.
   *
   * @param recipients how many at most
   * @return the configuration
   */
  public DeliveryConfig sharedBy(int recipients) {
    return new DeliveryConfig(
        retry, digest, most, underWay, forDomain, forDomainEachMinute, recipients);
  }

  /**
   * The same with more or fewer notices under way.
   *
   * @param atOnce how many at most
   * @return the configuration
   */
  public DeliveryConfig withUnderWay(int atOnce) {
    return new DeliveryConfig(
        retry, digest, most, atOnce, forDomain, forDomainEachMinute, together);
  }
}
