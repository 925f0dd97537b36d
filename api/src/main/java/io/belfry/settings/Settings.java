package io.belfry.settings;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of a provider's settings, checked against the keys that it lists. Immutable.
 *
 * <p>A provider that is handed settings can rely on every value: unknown keys and malformed values
 * were refused when they were made.
 */
public final class Settings {

  private static final String MASK = "***";

  private final Map<SettingKey<?>, Object> values;
  private final Map<String, String> shown;

  private Settings(Map<SettingKey<?>, Object> values, Map<String, String> shown) {
    this.values = values;
    this.shown = shown;
  }

  /**
   * Reads values as they are written in a profile, and defaults for those that are missing.
   *
   * @param owner whose settings these are, for the sentence of an error
   * @param keys the keys that the owner knows
   * @param written the values by name
   * @return the settings
   * @throws SettingsException with one sentence, if a key is unknown or a value malformed
   */
  public static Settings of(
      String owner, Collection<SettingKey<?>> keys, Map<String, String> written) {
    requireKnown(owner, keys, written);
    Map<SettingKey<?>, Object> values = new LinkedHashMap<>();
    Map<String, String> shown = new TreeMap<>();
    for (SettingKey<?> key : keys) {
      String text = written.getOrDefault(key.name(), key.defaultText());
      values.put(key, key.parse(text));
      shown.put(key.name(), key.isSecret() && !text.isEmpty() ? MASK : text);
    }
    return new Settings(values, shown);
  }

  /**
   * The value of a setting.
   *
   * @param <T> its type
   * @param key one of the keys that these settings were made with
   * @return the value, or the default
   * @throws IllegalArgumentException if the key is not one of them, which is a fault of the
   *     provider
   */
  @SuppressWarnings("unchecked") // The value was made by this very key.
  public <T> T get(SettingKey<T> key) {
    Object value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("The key '" + key + "' is not listed by its provider.");
    }
    return (T) value;
  }

  /**
   * All settings as they would be written, secrets masked.
   *
   * @return the values by name, in alphabetical order
   */
  public Map<String, String> shown() {
    return Collections.unmodifiableMap(shown);
  }

  /** Secrets are masked. */
  @Override
  public String toString() {
    return shown.toString();
  }

  private static void requireKnown(
      String owner, Collection<SettingKey<?>> keys, Map<String, String> written) {
    for (String name : written.keySet()) {
      if (keys.stream().noneMatch(key -> key.name().equals(name))) {
        throw new SettingsException(
            "The setting '" + name + "' is unknown to " + owner + "; " + suggestion(name, keys));
      }
    }
  }

  private static String suggestion(String name, Collection<SettingKey<?>> keys) {
    List<String> known = keys.stream().map(SettingKey::name).sorted().toList();
    return Spelling.nearest(name, known)
        .map(near -> "did you mean '" + near + "'?")
        .orElse("it knows " + String.join(", ", known) + ".");
  }
}
