package io.belfry.compare.scenario;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import io.belfry.settings.SettingKey;
import io.belfry.settings.SettingsException;
import io.belfry.settings.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds scenarios by name or file. */
public final class Scenarios {

  /** Those that come along, in the order in which they are best read. */
  public static final List<String> BUILT_IN = List.of(
      "pubsub",
      "fanout",
      "reqrep",
      "pipeline",
      "notify",
      "slow-subscriber",
      "late-joiner",
      "broker-restart",
      "reconnect",
      "limit",
      "fanout-limit");

  /** Those that are done if nobody says which: for three targets less than three minutes. */
  public static final List<String> USUAL =
      List.of("pubsub", "fanout", "reqrep", "pipeline", "notify", "late-joiner", "broker-restart");

  private static final String FILE = ".conf";
  private static final ConfigParseOptions OPTIONS =
      ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF);

  private Scenarios() {}

  /**
   * All settings that a scenario can have.
   *
   * @return the keys, each with default and meaning
   */
  public static List<SettingKey<?>> keys() {
    return Keys.ALL;
  }

  /**
   * Finds scenarios.
   *
   * @param chosen the names of those that come along, or paths of files with others
   * @return all of them; a file may have several
   * @throws SettingsException with one sentence, if one is not there or can't be
   */
  public static List<Scenario> of(List<String> chosen) {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    for (String each : chosen) {
      for (Scenario scenario :
          each.endsWith(FILE) || each.contains("/") ? file(Path.of(each)) : builtIn(each)) {
        if (scenarios.put(scenario.name(), scenario) != null) {
          throw new SettingsException(
              "The scenario '" + scenario.name() + "' is there twice; give it another name.");
        }
      }
    }
    return List.copyOf(scenarios.values());
  }

  /**
   * The text of a scenario that comes along, as an example for others.
   *
   * @param name its name
   * @return the file
   * @throws SettingsException if there is none of that name
   */
  public static String text(String name) {
    if (!BUILT_IN.contains(name)) {
      throw unknown(name);
    }
    try (InputStream stream = Scenarios.class.getResourceAsStream(name + FILE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("The scenario " + name + " is damaged.", e);
    }
  }

  private static SettingsException unknown(String name) {
    String meant = Spelling.nearest(name, BUILT_IN)
        .map(near -> "did you mean '" + near + "'?")
        .orElse("there are " + String.join(", ", BUILT_IN) + ".");
    return new SettingsException("The scenario '" + name + "' is unknown; " + meant
        + " A file of your own is given by its path, which ends in " + FILE + ".");
  }

  private static List<Scenario> builtIn(String name) {
    return read(text(name), "the scenario " + name);
  }

  private static List<Scenario> file(Path file) {
    try {
      return read(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new SettingsException("There is no file " + file + "; check the path.");
    } catch (IOException e) {
      throw new SettingsException(
          "The file " + file + " can't be read; it must be text in UTF-8 (" + e + ").");
    }
  }

  static List<Scenario> read(String text, String where) {
    try {
      Config config =
          ConfigFactory.parseString(text, OPTIONS.setOriginDescription(where)).resolve();
      List<Scenario> scenarios = new ArrayList<>();
      // The order of the file, which the library does not keep.
      config.root().entrySet().stream()
          .sorted((one, other) -> Integer.compare(line(one.getValue()), line(other.getValue())))
          .forEach(entry -> scenarios.add(scenario(entry.getKey(), entry.getValue(), where)));
      if (scenarios.isEmpty()) {
        throw new SettingsException("There is no scenario in " + where + ".");
      }
      return scenarios;
    } catch (ConfigException.Parse e) {
      int line = e.origin() == null ? 1 : e.origin().lineNumber();
      throw new SettingsException("A scenario can't be understood in " + where + ", line " + line
          + "; look there and before for a bracket or a quotation mark that is missing.");
    } catch (ConfigException e) {
      throw new SettingsException("A scenario can't be understood: " + e.getMessage());
    }
  }

  private static int line(ConfigValue value) {
    return value.origin().lineNumber();
  }

  private static Scenario scenario(String name, ConfigValue value, String where) {
    if (!(value instanceof ConfigObject object)) {
      throw new SettingsException("In " + where + ", line " + line(value) + ", '" + name
          + "' stands alone; a scenario is a name with its settings in braces.");
    }
    Map<String, String> written = new LinkedHashMap<>();
    object
        .toConfig()
        .entrySet()
        .forEach(entry -> written.put(
            String.join(".", ConfigUtil.splitPath(entry.getKey())), text(entry.getValue())));
    try {
      return new Reading(name, written).scenario();
    } catch (SettingsException e) {
      throw new SettingsException(e.getMessage() + " See " + where + ", line " + line(value) + ".");
    }
  }

  /** A list is what else would be written with commas. */
  private static String text(ConfigValue value) {
    return value instanceof ConfigList list
        ? list.stream().map(Scenarios::text).collect(Collectors.joining(","))
        : String.valueOf(value.unwrapped());
  }
}
