package io.belfry.launcher.profile;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.settings.SettingsException;
import io.belfry.settings.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that was written for this start, in one tree. Immutable. */
public final class Profile {

  private final String name;
  private final Layer layer;

  Profile(String name, Layer layer) {
    this.name = name;
    this.layer = layer;
  }

  /**
   * How it was chosen.
   *
   * @return the name of a profile that comes along, or the path of a file
   */
  public String name() {
    return name;
  }

  /**
   * What was written for a setting.
   *
   * @param setting its whole name
   * @return the value and its origin; nothing if the default holds
   */
  public Optional<Written> find(String setting) {
    return layer.find(setting);
  }

  /**
   * The same with a value that follows from others, where nobody has written one.
   *
   * @param setting its whole name
   * @param text the value
   * @param origin what it follows from
   * @return the profile
   */
  public Profile withDefault(String setting, String text, String origin) {
    return new Profile(name, new Layer(Map.of(setting, new Written(text, origin))).under(layer));
  }

  /**
   * The same with a value that holds whatever else is written.
   *
   * @param setting its whole name
   * @param text the value
   * @param origin whose will it is
   * @return the profile
   */
  public Profile with(String setting, String text, String origin) {
    return new Profile(name, layer.under(new Layer(Map.of(setting, new Written(text, origin)))));
  }

  /**
   * All that is written.
   *
   * @return the values by the whole names of their settings
   */
  public Map<String, Written> written() {
    return layer.values();
  }

  /**
   * The settings of a branch.
   *
   * @param section which one
   * @return its values, checked
   * @throws SettingsException with one sentence, which says where it stands, if a value can't be
   */
  public Settings settings(Section section) {
    Map<String, String> texts = new HashMap<>();
    for (SettingKey<?> key : section.keys()) {
      find(section.nameOf(key)).ifPresent(written -> {
        requireFit(section, key, written);
        texts.put(key.name(), written.text());
      });
    }
    return Settings.of(section.path(), section.keys(), texts);
  }

  private static void requireFit(Section section, SettingKey<?> key, Written written) {
    try {
      Settings.of(section.path(), List.of(key), Map.of(key.name(), written.text()));
    } catch (SettingsException e) {
      throw new SettingsException(
          e.getMessage() + " See " + section.nameOf(key) + " in " + written.origin() + ".");
    }
  }

  /**
   * Insists that nothing was written in vain.
   *
   * @param sections all branches that there are
   * @throws SettingsException with one sentence and a suggestion, if a setting is in none of them
   */
  public void requireKnown(Collection<Section> sections) {
    List<String> known = new ArrayList<>();
    sections.forEach(section -> section.keys().forEach(key -> known.add(section.nameOf(key))));
    layer.values().forEach((setting, written) -> {
      if (!known.contains(setting)) {
        throw new SettingsException("The setting '" + setting + "' (" + written.origin()
            + ") is unknown; " + suggestion(setting, known));
      }
    });
  }

  private static String suggestion(String setting, List<String> known) {
    return Spelling.nearest(setting, known)
        .map(near -> "did you mean '" + near + "'?")
        .orElse("'belfry config' lists those that there are.");
  }
}
