package io.belfry.notifier;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.settings.SettingsException;
import java.util.List;

/**
 * Makes notifiers of one kind. Found by {@link java.util.ServiceLoader}, so it has a public
 * constructor without parameters that does nothing. Stateless; safe for any thread.
 */
public interface NotifierProvider {

  /**
   * The name by which profiles choose this notifier.
   *
   * @return a word in lower case, the same always
   */
  String name();

  /**
   * The settings that this notifier knows.
   *
   * @return the keys, each with type, default, meaning and secrecy
   */
  List<SettingKey<?>> settings();

  /**
   * Makes a notifier. Whoever it talks to need not be there yet: that shows with the first notice,
   * and may change at any time.
   *
   * @param settings values for the keys that this provider lists
   * @return the notifier
   * @throws SettingsException with one sentence, if the settings can't work
   */
  Notifier open(Settings settings);
}
