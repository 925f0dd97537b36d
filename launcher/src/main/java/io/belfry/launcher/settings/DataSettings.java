package io.belfry.launcher.settings;

import io.belfry.launcher.profile.Section;
import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import java.nio.file.Path;
import java.util.List;

/** Where a server keeps what must survive. */
public final class DataSettings {

  private static final SettingKey<String> DIRECTORY = SettingKey.text(
      "directory",
      "belfry-data",
      "Where a server keeps its files: the log, and what the embedded broker stores.");

  /** The branch {@code data}. */
  public static final Section SECTION = new Section("data", List.of(DIRECTORY));

  private DataSettings() {}

  /**
   * Reads it.
   *
   * @param settings of the branch
   * @return the directory, which need not exist
   */
  public static Path directory(Settings settings) {
    return Path.of(settings.get(DIRECTORY));
  }
}
