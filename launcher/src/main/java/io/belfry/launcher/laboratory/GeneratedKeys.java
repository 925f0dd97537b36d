package io.belfry.launcher.laboratory;

import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.profile.Section;
import io.belfry.launcher.settings.Tree;
import io.belfry.settings.SettingKey;
import io.belfry.settings.SettingsException;
import io.belfry.transport.TransportProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A pair of keys for CURVE, which hub and spokes share for as long as a comparison lasts. */
final class GeneratedKeys {

  private static final String ORIGIN = "the laboratory";
  private static final String OWN_KEY = "curve-key";
  private static final String HUB_KEY = "curve-server-key";
  private static final String CLIENTS = "curve-clients";

  private GeneratedKeys() {}

  /** Insists that a transport can do something with them. */
  static void requireFit(Profile profile, TransportProvider provider) {
    List<String> names = provider.settings().stream().map(SettingKey::name).toList();
    if (provider.keyGenerator().isEmpty()
        || !names.containsAll(List.of(OWN_KEY, HUB_KEY, CLIENTS))) {
      throw new SettingsException(
          "asks for keys of CURVE, which the transport " + provider.name() + " does not have.");
    }
    for (String name : List.of(OWN_KEY, HUB_KEY, CLIENTS)) {
      if (profile.find(Tree.transport(provider).path() + "." + name).isPresent()) {
        throw new SettingsException(
            "asks for keys of CURVE, and has some with " + name + "; leave one of them out.");
      }
    }
  }

  /** The profile with new ones. */
  static Profile with(Profile profile, TransportProvider provider, Path directory)
      throws IOException {
    List<Path> files = provider.keyGenerator().orElseThrow().generate(directory, "laboratory");
    Path publicKey = files.get(0);
    Path clients = Files.createDirectory(directory.resolve("clients"));
    Files.copy(publicKey, clients.resolve(publicKey.getFileName()));
    Section section = Tree.transport(provider);
    return profile
        .with(section.path() + "." + OWN_KEY, files.get(1).toString(), ORIGIN)
        .with(section.path() + "." + HUB_KEY, publicKey.toString(), ORIGIN)
        .with(section.path() + "." + CLIENTS, clients.toString(), ORIGIN);
  }
}
