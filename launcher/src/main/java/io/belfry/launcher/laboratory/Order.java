package io.belfry.launcher.laboratory;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a process is to do. It comes by its input: arguments can be seen by everybody on the
 * machine, and there may be secrets among the settings.
 *
 * @param values by their names
 */
record Order(Map<String, String> values) {

  private static final String SETTING = "set.";

  Order {
    values = Map.copyOf(values);
  }

  /** An order of nothing but settings. */
  static Order of(Map<String, String> settings) {
    Map<String, String> values = new LinkedHashMap<>();
    settings.forEach((name, text) -> values.put(SETTING + name, text));
    return new Order(values);
  }

  Order with(String name, String text) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put(name, text);
    return new Order(all);
  }

  String text(String name) {
    String text = values.get(name);
    if (text == null) {
      throw new IllegalArgumentException("The order lacks " + name + ".");
    }
    return text;
  }

  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    values.forEach((name, text) -> {
      if (name.startsWith(SETTING)) {
        settings.put(name.substring(SETTING.length()), text);
      }
    });
    return settings;
  }

  /** As one line. */
  String written() {
    try {
      return JSON.std.asString(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Order read(String line) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    JSON.std.mapFrom(line).forEach((name, value) -> values.put(name, String.valueOf(value)));
    return new Order(values);
  }

  /** Tells no value: it may be a secret. */
  @Override
  public String toString() {
    return "Order" + values.keySet();
  }
}
