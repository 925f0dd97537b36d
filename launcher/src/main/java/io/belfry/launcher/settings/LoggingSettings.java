package io.belfry.launcher.settings;

import io.belfry.launcher.logging.Form;
import io.belfry.launcher.logging.Severity;
import io.belfry.launcher.profile.Section;
import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import java.util.List;

/** How servers and workers log. */
public final class LoggingSettings {

  private static final SettingKey<Form> FORMAT = SettingKey.choice(
      "format",
      Form.TEXT,
      "How servers and workers log on standard error: text for people, or json for programs.");
  private static final SettingKey<Severity> LEVEL = SettingKey.choice(
      "level", Severity.INFO, "What matters less is not logged: error, warning, info or debug.");

  /** The branch {@code logging}. */
  public static final Section SECTION = new Section("logging", List.of(FORMAT, LEVEL));

  private LoggingSettings() {}

  /**
   * How a line is written.
   *
   * @param settings of the branch
   * @return the form
   */
  public static Form form(Settings settings) {
    return settings.get(FORMAT);
  }

  /**
   * What matters enough.
   *
   * @param settings of the branch
   * @return the least that does
   */
  public static Severity level(Settings settings) {
    return settings.get(LEVEL);
  }
}
