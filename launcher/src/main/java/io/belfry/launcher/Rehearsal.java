package io.belfry.launcher;

import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.Tree;
import io.belfry.launcher.start.Deployment;
import io.belfry.launcher.start.PassingDirectory;
import io.belfry.tck.FreePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Goes through what is done most, a server and those who ask it, so that the JVM can note which
 * classes that takes; the starter makes an archive of them.
 */
final class Rehearsal {

  /** What a hub of ZeroMQ takes. */
  private static final int PORTS = 6;

  private Rehearsal() {}

  /**
   * Rehearses once.
   *
   * @param arguments none
   * @throws IOException if there is no room for a server
   */
  public static void main(String[] arguments) throws IOException {
    Ahead.begin();
    try (PassingDirectory data = PassingDirectory.make("rehearsal")) {
      rehearse(List.of(
          "transport.endpoint=" + endpoint(),
          "data.directory=" + data.path(),
          "admin.port=0",
          "gateway.port=0",
          "mailbox.embedded=true",
          "mailbox.port=0",
          "notifier.name=smtp"));
    }
  }

  private static void rehearse(List<String> settings) {
    try (Plugins plugins = Plugins.load(Path.of("no-plugins"))) {
      Profile profile = Tree.load("zeromq", Map.of(), settings, plugins);
      try (Deployment server = Deployment.start(profile, plugins)) {
        run(settings, "create", "rehearsal");
        run(settings, "publish", "rehearsal", "from " + server.transport());
        run(settings, "listen", "rehearsal", "--from", "1", "--count", "1");
        run(settings, "topics");
        run(settings, "status", "--json");
      }
    }
  }

  private static void run(List<String> settings, String... command) {
    List<String> line = new ArrayList<>(List.of(command));
    settings.forEach(setting -> line.addAll(List.of("--set", setting)));
    if (Main.run(line.toArray(String[]::new)) != 0) {
      throw new IllegalStateException(command[0] + " has failed.");
    }
  }

  private static String endpoint() throws IOException {
    return FreePorts.choose(PORTS).stream()
        .map(port -> "tcp://127.0.0.1:" + port)
        .collect(Collectors.joining(","));
  }
}
