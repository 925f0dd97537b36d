package io.belfry.launcher.settings;

import io.belfry.launcher.profile.Section;
import io.belfry.server.subscription.SubscriptionConfig;
import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import java.time.Duration;
import java.util.List;

/** How many may be subscribed. */
public final class SubscriptionSettings {

  private static final int MANY = 2_000_000_000;

  private static final SettingKey<Integer> FOR_EACH =
      SettingKey.number("for-each", 1, MANY, 1_000, "How many a subscriber may have.");
  private static final SettingKey<Integer> IN_ALL =
      SettingKey.number("in-all", 1, MANY, 1_000_000, "How many there may be.");
  private static final SettingKey<Integer> CURSOR_LENGTH = SettingKey.size(
      "cursor-length", "64KiB", "How long a stored cursor may be, which grows with the topics.");
  private static final SettingKey<Duration> ABANDONED_AFTER = SettingKey.duration(
      "abandoned-after", "30d", "After how long a subscription that nobody uses is forgotten.");

  /** The branch {@code subscriptions}. */
  public static final Section SECTION =
      new Section("subscriptions", List.of(FOR_EACH, IN_ALL, CURSOR_LENGTH, ABANDONED_AFTER));

  private SubscriptionSettings() {}

  /**
   * Reads it.
   *
   * @param settings of the branch
   * @return the configuration
   */
  public static SubscriptionConfig config(Settings settings) {
    return new SubscriptionConfig(
        settings.get(FOR_EACH),
        settings.get(IN_ALL),
        settings.get(CURSOR_LENGTH),
        settings.get(ABANDONED_AFTER));
  }
}
