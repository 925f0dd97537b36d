package io.belfry.launcher.settings;

import io.belfry.launcher.profile.Section;
import io.belfry.server.store.StoreConfig;
import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which database has the log. */
public final class StoreSettings {

  private static final String FILE = "belfry.db";

  private static final SettingKey<Optional<String>> URL = SettingKey.optionalText(
      "url",
      "jdbc:sqlite:FILE, or jdbc:postgresql://HOST/DATABASE for several servers; without it, SQLite"
          + " in the data directory.");
  private static final SettingKey<Optional<String>> USER =
      SettingKey.optionalText("user", "The name to log in to the database with.");
  private static final SettingKey<Optional<String>> PASSWORD = SettingKey.optionalText(
          "password", "The password to log in to the database with.")
      .asSecret();
  private static final SettingKey<Integer> READERS =
      SettingKey.number("readers", 1, 100, 6, "How many connections read.");
  private static final SettingKey<Duration> PATIENCE =
      SettingKey.duration("patience", "5s", "How long to wait for the database.");

  /** The branch {@code store}. */
  public static final Section SECTION =
      new Section("store", List.of(URL, USER, PASSWORD, READERS, PATIENCE));

  private StoreSettings() {}

  /**
   * Reads it.
   *
   * @param settings of the branch
   * @param data where SQLite has its file, unless the settings say
   * @return the configuration
   */
  public static StoreConfig config(Settings settings, Path data) {
    return new StoreConfig(
        settings.get(URL).orElse("jdbc:sqlite:" + data.resolve(FILE)),
        settings.get(USER),
        settings.get(PASSWORD),
        settings.get(READERS),
        settings.get(PATIENCE));
  }
}
