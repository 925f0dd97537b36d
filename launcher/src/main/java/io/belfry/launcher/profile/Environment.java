package io.belfry.launcher.profile;

import io.belfry.settings.SettingsException;
import io.belfry.settings.Spelling;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Settings by variables: {@code store.url} is {@code BELFRY_STORE_URL}. */
final class Environment {

  private static final String PREFIX = "BELFRY_";

  private Environment() {}

  static Layer layer(Map<String, String> variables, Collection<Section> known) {
    Map<String, String> names = new TreeMap<>();
    for (Section section : known) {
      section.keys().forEach(key -> names.put(variable(section.nameOf(key)), section.nameOf(key)));
    }
    Map<String, Written> values = new TreeMap<>();
    variables.forEach((variable, value) -> {
      String name = names.get(variable);
      if (name != null) {
        values.put(name, new Written(value, "environment, " + variable));
      } else if (known.stream().anyMatch(section -> isWithin(section, variable))) {
        throw unknown(variable, names.keySet());
      }
    });
    return new Layer(values);
  }

  private static String variable(String setting) {
    return PREFIX + setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** Others may begin like ours; but what names one of our branches is meant for us. */
  private static boolean isWithin(Section section, String variable) {
    return variable.startsWith(variable(section.path()) + "_");
  }

  private static SettingsException unknown(String variable, Collection<String> known) {
    String meant = Spelling.nearest(variable, known)
        .map(near -> "did you mean " + near + "?")
        .orElse("'belfry config' lists the settings that there are.");
    return new SettingsException("The variable " + variable + " stands for no setting; " + meant);
  }
}
