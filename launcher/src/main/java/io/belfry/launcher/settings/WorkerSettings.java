package io.belfry.launcher.settings;

import io.belfry.launcher.profile.Section;
import io.belfry.server.worker.WorkKey;
import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Other processes that send mails for the servers. */
public final class WorkerSettings {

  private static final int MANY = 100_000;

  private static final SettingKey<Optional<String>> KEY = SettingKey.optionalText(
          "key",
          "What servers and workers share, 16 characters or more; with it, a server leaves mails to"
              + " 'belfry worker'.")
      .asSecret();
  private static final SettingKey<Duration> PATIENCE = SettingKey.duration(
      "patience", "5m", "How long a server waits for a report, before others do the work.");
  private static final SettingKey<Integer> PARALLEL =
      SettingKey.number("parallel", 1, MANY, 64, "How many mails may be with the workers.");

  /** The branch {@code workers}. */
  public static final Section SECTION = new Section("workers", List.of(KEY, PATIENCE, PARALLEL));

  private WorkerSettings() {}

  /**
   * What servers and workers share.
   *
   * @param settings of the branch
   * @return the key; nothing if the server sends by itself
   */
  public static Optional<WorkKey> key(Settings settings) {
    return settings.get(KEY).map(WorkKey::of);
  }

  /**
   * How long a report is waited for.
   *
   * @param settings of the branch
   * @return the time
   */
  public static Duration patience(Settings settings) {
    return settings.get(PATIENCE);
  }

  /**
   * How many notices may be with the workers.
   *
   * @param settings of the branch
   * @return the number
   */
  public static int parallel(Settings settings) {
    return settings.get(PARALLEL);
  }
}
