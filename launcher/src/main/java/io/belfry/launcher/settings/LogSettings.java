package io.belfry.launcher.settings;

import io.belfry.launcher.profile.Section;
import io.belfry.server.log.LogConfig;
import io.belfry.server.log.Retention;
import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is kept of all that was published, and how much at once. */
public final class LogSettings {

  private static final int MANY = 2_000_000_000;

  private static final SettingKey<Integer> MAX_CONTENT =
      SettingKey.size("max-content", "256KiB", "The largest content of an event.");
  private static final SettingKey<Integer> MAX_PAGE =
      SettingKey.size("max-page", "512KiB", "How much one answer of a replay brings.");
  private static final SettingKey<Integer> MAX_SNAPSHOT =
      SettingKey.size("max-snapshot", "512KiB", "How much one answer of a snapshot brings.");
  private static final SettingKey<Duration> KEY_WINDOW = SettingKey.duration(
      "key-window", "24h", "How long a repeated publication is known by its idempotency key.");
  private static final SettingKey<Integer> MAX_WAITING = SettingKey.number(
      "max-waiting", 1, MANY, 10_000, "How many publications may wait for the disk.");
  private static final SettingKey<Long> MAX_WAITING_BYTES =
      SettingKey.largeSize("max-waiting-bytes", "64MiB", "How much content may wait for the disk.");
  private static final SettingKey<Integer> MAX_BATCH =
      SettingKey.number("max-batch", 1, MANY, 1_000, "How many events share a commit at most.");
  private static final SettingKey<Long> MAX_BATCH_BYTES =
      SettingKey.largeSize("max-batch-bytes", "4MiB", "How much content shares a commit.");
  private static final SettingKey<Duration> AGE =
      SettingKey.duration("retention.age", "7d", "How old an event may become.");
  private static final SettingKey<Integer> EVENTS = SettingKey.number(
      "retention.events", 1, MANY, 10_000_000, "How many events are kept, of all topics.");
  private static final SettingKey<Long> BYTES =
      SettingKey.largeSize("retention.bytes", "4GiB", "How much content is kept, of all topics.");
  private static final SettingKey<Optional<Duration>> AGE_UNNEEDED = SettingKey.optionalDuration(
      "retention.age-unneeded",
      "How old an event may become that no stored cursor needs; without it, as old as any other.");

  /** The branch {@code log}. */
  public static final Section SECTION = new Section(
      "log",
      List.of(
          MAX_CONTENT,
          MAX_PAGE,
          MAX_SNAPSHOT,
          KEY_WINDOW,
          MAX_WAITING,
          MAX_WAITING_BYTES,
          MAX_BATCH,
          MAX_BATCH_BYTES,
          AGE,
          EVENTS,
          BYTES,
          AGE_UNNEEDED));

  private LogSettings() {}

  /**
   * Reads it.
   *
   * @param settings of the branch
   * @return the configuration
   */
  public static LogConfig config(Settings settings) {
    return new LogConfig(
        settings.get(MAX_CONTENT),
        settings.get(MAX_PAGE),
        settings.get(MAX_SNAPSHOT),
        settings.get(KEY_WINDOW),
        settings.get(MAX_WAITING),
        settings.get(MAX_WAITING_BYTES),
        settings.get(MAX_BATCH),
        settings.get(MAX_BATCH_BYTES),
        new Retention(
            Optional.of(settings.get(AGE)),
            settings.get(EVENTS),
            settings.get(BYTES),
            settings.get(AGE_UNNEEDED)));
  }
}
