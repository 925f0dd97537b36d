package io.belfry.launcher.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
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

/** Reads who may do what: for each name the hash of a token, and the filters for each role. */
final class TokenFile {

  private static final String HASH = "hash";

  private TokenFile() {}

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
