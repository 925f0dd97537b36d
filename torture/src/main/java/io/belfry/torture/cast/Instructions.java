package io.belfry.torture.cast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a process is told when it is started: names and values. */
public final class Instructions {

  private final Map<String, String> values = new LinkedHashMap<>();

  /**
   * Reads the arguments of a process.
   *
   * @param arguments as {@link #arguments} wrote them
   * @return the instructions
   */
  static Instructions parse(String... arguments) {
    Instructions instructions = new Instructions();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      instructions.with(argument.substring(0, equals), argument.substring(equals + 1));
    }
    return instructions;
  }

  /**
   * Adds one.
   *
   * @param name its name
   * @param value its value
   * @return these instructions
   */
  public Instructions with(String name, Object value) {
    values.put(name, String.valueOf(value));
    return this;
  }

  /**
   * As arguments for a process.
   *
   * @return each as NAME=VALUE
   */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    values.forEach((name, value) -> arguments.add(name + "=" + value));
    return arguments;
  }

  String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The process needs the argument " + name + "=VALUE.");
    }
    return value;
  }

  long number(String name) {
    return Long.parseLong(text(name));
  }

  double share(String name) {
    return Double.parseDouble(text(name));
  }

  /** Those whose names begin so, by the rest of their names. */
  Map<String, String> below(String prefix) {
    Map<String, String> below = new LinkedHashMap<>();
    values.forEach((name, value) -> {
      if (name.startsWith(prefix)) {
        below.put(name.substring(prefix.length()), value);
      }
    });
    return below;
  }
}
