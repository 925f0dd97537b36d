package io.belfry.launcher.settings;

import io.belfry.launcher.profile.Section;
import io.belfry.server.delivery.DeliveryConfig;
import io.belfry.server.delivery.RetrySchedule;
import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import java.time.Duration;
import java.util.List;

/** How mailboxes are served. */
public final class DeliverySettings {

  private static final int MANY = 100_000;

  private static final SettingKey<Duration> FIRST = SettingKey.duration(
      "retry.first", "1m", "How long to wait before what failed is tried again.");
  private static final SettingKey<Double> FACTOR =
      SettingKey.decimal("retry.factor", 1, 100, 2, "How many times longer each further wait is.");
  private static final SettingKey<Duration> LONGEST =
      SettingKey.duration("retry.longest", "1h", "The longest wait.");
  private static final SettingKey<Duration> LIMIT =
      SettingKey.duration("retry.limit", "4d", "After how long what fails is given up, and shown.");
  private static final SettingKey<Duration> DIGEST = SettingKey.duration(
      "digest",
      "0s",
      "How long to gather changes for one mail; with 0s each has its own, at once.");
  private static final SettingKey<Integer> MOST =
      SettingKey.number("most", 1, 1_000, 100, "How many changes one mail tells, if gathered.");
  private static final SettingKey<Integer> UNDER_WAY =
      SettingKey.number("under-way", 1, MANY, 64, "How many mails are under way.");
  private static final SettingKey<Integer> FOR_DOMAIN =
      SettingKey.number("for-domain", 1, MANY, 16, "How many of them to one domain.");
  private static final SettingKey<Integer> EACH_MINUTE = SettingKey.number(
      "for-domain-each-minute",
      0,
      MANY,
      0,
      "How many mails a domain gets in a minute; as many as can with 0.");
  private static final SettingKey<Integer> TOGETHER = SettingKey.number(
      "together",
      1,
      1_000,
      1,
      "How many recipients may share a mail; only with 1 has it a link to leave.");

  /** The branch {@code delivery}. */
  public static final Section SECTION = new Section(
      "delivery",
      List.of(
          FIRST,
          FACTOR,
          LONGEST,
          LIMIT,
          DIGEST,
          MOST,
          UNDER_WAY,
          FOR_DOMAIN,
          EACH_MINUTE,
          TOGETHER));

  private DeliverySettings() {}

  /**
   * Reads it.
   *
   * @param settings of the branch
   * @return the configuration
   */
  public static DeliveryConfig config(Settings settings) {
    return new DeliveryConfig(
        new RetrySchedule(
            settings.get(FIRST), settings.get(FACTOR), settings.get(LONGEST), settings.get(LIMIT)),
        settings.get(DIGEST),
        settings.get(MOST),
        settings.get(UNDER_WAY),
        settings.get(FOR_DOMAIN),
        settings.get(EACH_MINUTE),
        settings.get(TOGETHER));
  }
}
