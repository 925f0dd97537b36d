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

/** Reads files of settings. */
final class Hocon {

  private static final ConfigParseOptions OPTIONS =
      ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF).setAllowMissing(false);

  private Hocon() {}

  /** What a file says. */
  static Layer file(Path file) {
    try {
      return layer(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new SettingsException("There is no profile " + file + "; check the path.");
    } catch (CharacterCodingException e) {
      throw new SettingsException("The profile " + file + " must be text in UTF-8.");
    } catch (IOException e) {
      throw new SettingsException("The profile " + file + " can't be read (" + e
          + "); check that it is a file that may be read.");
    }
  }

  /** What a profile says that comes along. */
  static Optional<Layer> builtIn(String name) {
    try (InputStream stream = Hocon.class.getResourceAsStream(name + ".conf")) {
      return stream == null
          ? Optional.empty()
          : Optional.of(
              layer(new String(stream.readAllBytes(), StandardCharsets.UTF_8), "profile " + name));
    } catch (IOException e) {
      throw new IllegalStateException("The profile " + name + " is damaged.", e);
    }
  }

  private static Layer layer(String written, String where) {
    try {
      Config config = ConfigFactory.parseString(written, OPTIONS.setOriginDescription(where));
      Map<String, Written> values = new TreeMap<>();
      for (Map.Entry<String, ConfigValue> entry : config.resolve().entrySet()) {
        String name = String.join(".", ConfigUtil.splitPath(entry.getKey()));
        ConfigValue value = entry.getValue();
        String origin = where + ", line " + value.origin().lineNumber();
        values.put(name, new Written(text(name, value, origin), origin));
      }
      return new Layer(values);
    } catch (ConfigException.UnresolvedSubstitution e) {
      throw new SettingsException("The profile refers to what is not there: " + e.getMessage());
    } catch (ConfigException.Parse e) { // Its message may have a secret in it.
      int line = e.origin() == null ? 1 : e.origin().lineNumber();
      throw new SettingsException("The profile can't be understood in " + where + ", line " + line
          + "; look there and before for a bracket or a quotation mark that is missing.");
    } catch (ConfigException e) {
      throw new SettingsException("The profile can't be understood: " + e.getMessage());
    }
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
