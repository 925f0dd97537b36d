package io.belfry.launcher.laboratory;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.belfry.launcher.profile.Hocon;
import io.belfry.launcher.profile.Profiles;
import io.belfry.launcher.profile.Written;
import io.belfry.settings.SettingsException;
import io.belfry.settings.Spelling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the targets that a file lists. */
final class TargetFile {

  private static final String TARGETS = "targets";
  private static final String NAME = "name";
  private static final String PROFILE = "profile";
  private static final String BROKER = "broker";
  private static final String CURVE = "curve";
  private static final String SET = "set";
  private static final List<String> KEYS = List.of(NAME, PROFILE, BROKER, CURVE, SET);

  private static final String GENERATED = "generated";
  private static final String NAMES = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

  private final Path file;

  private TargetFile(Path file) {
    this.file = file;
  }

  static List<TargetEntry> read(Path file) {
    return new TargetFile(file).entries(Hocon.config(file, "list of targets"));
  }

  private List<TargetEntry> entries(Config config) {
    config.root().forEach((key, value) -> {
      if (!key.equals(TARGETS)) {
        throw unknown("The list of targets", key, value, List.of(TARGETS));
      }
    });
    if (!(config.root().get(TARGETS) instanceof ConfigList list) || list.isEmpty()) {
      throw new SettingsException("The file " + file
          + " lists no targets; write targets = [ { name = NAME, profile = PROFILE } ].");
    }
    List<TargetEntry> entries = new ArrayList<>();
    for (ConfigValue each : list) {
      if (!(each instanceof ConfigObject entry)) {
        throw new SettingsException(
            "A target is written as { name = NAME, profile = PROFILE } (" + where(each) + ").");
      }
      entries.add(entry(entry));
    }
    return entries;
  }

  private TargetEntry entry(ConfigObject entry) {
    String name = name(entry);
    String target = "The target '" + name + "'";
    entry.forEach((key, value) -> {
      if (!KEYS.contains(key)) {
        throw unknown(target, key, value, KEYS);
      }
    });
    String profile = text(target, entry, PROFILE)
        .orElseThrow(() -> new SettingsException(target + " (" + where(entry)
            + ") has no profile; write the name of a transport, or the path of a file."));
    return new TargetEntry(
        name,
        where(entry),
        Profiles.isPath(profile) ? file.resolveSibling(profile).toString() : profile,
        text(target, entry, BROKER).map(word -> broker(target, word, entry)),
        text(target, entry, CURVE).map(word -> isGenerated(target, word, entry)).orElse(false),
        set(target, entry));
  }

  private String name(ConfigObject entry) {
    String name = text("A target", entry, NAME)
        .orElseThrow(() -> new SettingsException("A target has no name (" + where(entry) + ")."));
    if (!name.matches(NAMES)) {
      throw new SettingsException("The name of a target is 1 to 40 letters, digits, '.', '_' and"
          + " '-', not '" + name + "' (" + where(entry) + ").");
    }
    return name;
  }

  private BrokerKind broker(String target, String word, ConfigObject entry) {
    return Stream.of(BrokerKind.values())
        .filter(kind -> kind.written().equals(word))
        .findFirst()
        .orElseThrow(() -> new SettingsException(target + " (" + where(entry)
            + ") asks for the broker '" + word + "'; "
            + meant(
                word, Stream.of(BrokerKind.values()).map(BrokerKind::written).toList())));
  }

  private boolean isGenerated(String target, String word, ConfigObject entry) {
    if (!word.equals(GENERATED)) {
      throw new SettingsException(target + " (" + where(entry) + ") has curve = " + word
          + "; there is 'generated', and keys of your own are settings of the transport.");
    }
    return true;
  }

  private Map<String, Written> set(String target, ConfigObject entry) {
    ConfigValue value = entry.get(SET);
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof ConfigObject set)) {
      throw new SettingsException(
          target + " (" + where(value) + ") must have settings in 'set', as { NAME = VALUE }.");
    }
    return Hocon.settings(set.toConfig(), file.toString());
  }

  private Optional<String> text(String target, ConfigObject entry, String key) {
    ConfigValue value = entry.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value.valueType() == ConfigValueType.OBJECT || value.valueType() == ConfigValueType.LIST) {
      throw new SettingsException(
          target + " must have one value for '" + key + "' (" + where(value) + ").");
    }
    return Optional.of(String.valueOf(value.unwrapped()));
  }

  private SettingsException unknown(String who, String key, ConfigValue value, List<String> known) {
    return new SettingsException(
        who + " has '" + key + "' (" + where(value) + "), which is unknown; " + meant(key, known));
  }

  private static String meant(String word, List<String> known) {
    return Spelling.nearest(word, known)
        .map(near -> "did you mean '" + near + "'?")
        .orElse("there are " + String.join(", ", known) + ".");
  }

  private String where(ConfigValue value) {
    return file + ", line " + value.origin().lineNumber();
  }
}
