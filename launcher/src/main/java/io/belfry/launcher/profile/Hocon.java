package io.belfry.launcher.profile;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.belfry.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads files of settings, and of what else has settings in it. */
public final class Hocon {

  private static final ConfigParseOptions OPTIONS =
      ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF).setAllowMissing(false);

  private Hocon() {}

  /** What a file says. */
  static Layer file(Path file) {
    return layer(config(file, "profile"), file.toString());
  }

  /**
   * Reads any file in this form.
   *
   * @param file the file
   * @param kind what is expected there, such as {@code profile}
   * @return what it says
   * @throws SettingsException with one sentence, which says where, if that does not work
   */
  public static Config config(Path file, String kind) {
    try {
      return parse(Files.readString(file), file.toString(), kind);
    } catch (NoSuchFileException e) {
      throw new SettingsException("There is no " + kind + " " + file + "; check the path.");
    } catch (CharacterCodingException e) {
      throw new SettingsException("The " + kind + " " + file + " must be text in UTF-8.");
    } catch (IOException e) {
      throw new SettingsException("The " + kind + " " + file + " can't be read (" + e
          + "); check that it is a file that may be read.");
    }
  }

  /** What a profile says that comes along. */
  static Optional<Layer> builtIn(String name) {
    try (InputStream stream = Hocon.class.getResourceAsStream(name + ".conf")) {
      return stream == null
          ? Optional.empty()
          : Optional.of(comesAlong(
              new String(stream.readAllBytes(), StandardCharsets.UTF_8), "profile " + name));
    } catch (IOException e) {
      throw new IllegalStateException("The profile " + name + " is damaged.", e);
    }
  }

  private static Layer comesAlong(String written, String where) {
    return layer(parse(written, where, "profile"), where);
  }

  private static Config parse(String written, String where, String kind) {
    try {
      return ConfigFactory.parseString(written, OPTIONS.setOriginDescription(where))
          .resolve();
    } catch (ConfigException.UnresolvedSubstitution e) {
      throw new SettingsException(
          "The " + kind + " refers to what is not there: " + e.getMessage());
    } catch (ConfigException.Parse e) { // Its message may have a secret in it.
      int line = e.origin() == null ? 1 : e.origin().lineNumber();
      throw new SettingsException("The " + kind + " can't be understood in " + where + ", line "
          + line + "; look there and before for a bracket or a quotation mark that is missing.");
    } catch (ConfigException e) {
      throw new SettingsException("The " + kind + " can't be understood: " + e.getMessage());
    }
  }

  private static Layer layer(Config config, String where) {
    return new Layer(settings(config, where));
  }

  /**
   * The settings in a branch of a file.
   *
   * @param config the branch
   * @param where the file
   * @return each by its whole name within the branch
   * @throws SettingsException with one sentence, if one is no value
   */
  public static Map<String, Written> settings(Config config, String where) {
    Map<String, Written> values = new TreeMap<>();
    for (Map.Entry<String, ConfigValue> entry : config.entrySet()) {
      String name = String.join(".", ConfigUtil.splitPath(entry.getKey()));
      ConfigValue value = entry.getValue();
      String origin = where + ", line " + value.origin().lineNumber();
      values.put(name, new Written(text(name, value, origin), origin));
    }
    return values;
  }

  /** A list is what else would be written with commas. */
  private static String text(String name, ConfigValue value, String origin) {
    if (value instanceof ConfigList list) {
      return list.stream().map(item -> text(name, item, origin)).collect(Collectors.joining(","));
    }
    if (value.valueType() == ConfigValueType.OBJECT) {
      throw new SettingsException("The setting '" + name
          + "' must be one value, but has others within it (" + origin + ").");
    }
    return String.valueOf(value.unwrapped());
  }
}
