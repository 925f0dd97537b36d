package io.belfry.launcher.settings;

import io.belfry.launcher.profile.Section;
import io.belfry.message.Address;
import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.settings.SettingsException;
import java.time.Duration;
import java.util.List;

/** What is of no part, but of the whole server. */
public final class ServerSettings {

  private static final SettingKey<String> NAME = SettingKey.text(
      "name", "belfry", "The name of this server; of several on one store each has another.");
  private static final SettingKey<Duration> BEACON = SettingKey.duration(
      "beacon", "1s", "How often it is told what the last events are, so that a loss shows.");
  private static final SettingKey<Duration> HOUSEKEEPING =
      SettingKey.duration("housekeeping", "1m", "How often it is looked what can go.");

  /** The branch {@code server}. */
  public static final Section SECTION = new Section("server", List.of(NAME, BEACON, HOUSEKEEPING));

  private ServerSettings() {}

  /**
   * The server's name.
   *
   * @param settings of the branch
   * @return the name
   * @throws SettingsException with one sentence, if it can't be one
   */
  public static Address name(Settings settings) {
    try {
      return new Address(settings.get(NAME));
    } catch (IllegalArgumentException e) {
      throw new SettingsException("The setting 'server.name' can't be: " + e.getMessage());
    }
  }

  /**
   * How often a beacon is sent.
   *
   * @param settings of the branch
   * @return the interval
   */
  public static Duration beacon(Settings settings) {
    return settings.get(BEACON);
  }

  /**
   * How often the house is kept.
   *
   * @param settings of the branch
   * @return the interval
   */
  public static Duration housekeeping(Settings settings) {
    return settings.get(HOUSEKEEPING);
  }
}
