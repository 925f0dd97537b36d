package io.belfry.launcher.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import io.belfry.message.TopicFilter;
import io.belfry.server.access.Grant;
import io.belfry.server.access.Role;
import io.belfry.server.access.TokenHash;
import io.belfry.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads who may do what: for each name the hash of a token, and the filters for each role. */
public final class TokenFile {

  private static final String HASH = "hash";

  private TokenFile() {}

  /**
   * What a file says about one person.
   *
   * @param grants all of that person
   * @return lines to be put into a file
   */
  public static String entry(List<Grant> grants) {
    StringBuilder entry = new StringBuilder();
    entry.append(ConfigUtil.quoteString(grants.get(0).name())).append(" {\n");
    entry.append("  ").append(HASH).append(" = \"").append(grants.get(0).hash()).append("\"\n");
    for (Grant grant : grants) {
      for (Role role : grant.roles()) {
        String filters = grant.filters().stream()
            .map(filter -> ConfigUtil.quoteString(filter.pattern()))
            .collect(Collectors.joining(", ", "[", "]"));
        entry.append("  ").append(written(role)).append(" = ").append(filters).append('\n');
      }
    }
    return entry.append("}").toString();
  }

  private static String written(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  static List<Grant> read(Path file) {
    try {
      Config config = ConfigFactory.parseString(Files.readString(file));
      List<Grant> grants = new ArrayList<>();
      for (String name : config.root().keySet()) {
        grants.addAll(grants(name, config.getConfig("\"" + name + "\"")));
      }
      return grants;
    } catch (IOException e) {
      throw new SettingsException(
          "The file of tokens " + file + " can't be read (" + e + "); check auth.tokens.");
    } catch (ConfigException | IllegalArgumentException e) {
      throw new SettingsException("The file of tokens " + file + " can't be used: each name has"
          + " a hash, and lists of filters under publish, subscribe or administer ("
          + e.getMessage() + ").");
    }
  }

  private static List<Grant> grants(String name, Config config) {
    TokenHash hash = TokenHash.parse(config.getString(HASH));
    List<Grant> grants = new ArrayList<>();
    for (String key : config.root().keySet()) {
      if (!key.equals(HASH)) {
        Role role = Role.valueOf(key.toUpperCase(Locale.ROOT));
        List<TopicFilter> filters =
            config.getStringList(key).stream().map(TopicFilter::new).toList();
        grants.add(new Grant(name, hash, Set.of(role), filters));
      }
    }
    return grants;
  }
}
