package io.belfry.launcher.settings;

import io.belfry.launcher.profile.Section;
import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import java.time.Duration;
import java.util.List;

/** How those who ask a server go about it. */
public final class ClientSettings {

  private static final SettingKey<Duration> WAIT = SettingKey.duration(
      "wait", "5s", "How long a command waits for a server that is about to start.");

  /** The branch {@code client}. */
  public static final Section SECTION = new Section("client", List.of(WAIT));

  private ClientSettings() {}

  /**
   * Reads it.
   *
   * @param settings of the branch
   * @return how long to wait
   */
  public static Duration patience(Settings settings) {
    return settings.get(WAIT);
  }
}
