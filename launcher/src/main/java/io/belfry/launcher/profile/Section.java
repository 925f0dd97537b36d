package io.belfry.launcher.profile;

import io.belfry.settings.SettingKey;
import java.util.List;

/**
 * A branch of the tree of settings, and what can stand there.
 *
 * @param path the names from the root on, such as {@code notifier.smtp}
 * @param keys the settings, by their names within the branch
 */
public record Section(String path, List<SettingKey<?>> keys) {

  /** Copies the list. */
  public Section {
    keys = List.copyOf(keys);
  }

  /**
   * The whole name of a setting.
   *
   * @param key one of the keys
   * @return the path and its name
   */
  public String nameOf(SettingKey<?> key) {
    return path + "." + key.name();
  }
}
