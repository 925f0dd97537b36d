package io.belfry.transport.zeromq;

import io.belfry.transport.KeyGenerator;
import io.belfry.transport.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Keys of a hub, of a spoke whose key the hub knows, and of a stranger whose key it does not. */
record Keys(
    Path hub, Path hubSecret, Path spoke, Path spokeSecret, Path strangerSecret, Path clients) {

  /** Makes them all inside a directory. */
  static Keys madeIn(Path directory) throws IOException {
    KeyGenerator generator = new ZeroMqProvider().keyGenerator().orElseThrow();
    var hub = generator.generate(directory, "hub");
    var spoke = generator.generate(directory, "spoke");
    var stranger = generator.generate(directory, "stranger");
    Path clients = Files.createDirectory(directory.resolve("clients"));
    Files.copy(spoke.get(0), clients.resolve("spoke.key"));
    return new Keys(hub.get(0), hub.get(1), spoke.get(0), spoke.get(1), stranger.get(1), clients);
  }

  /** The settings of a side that has what it needs. */
  Map<String, String> settings(Side side) {
    return side == Side.HUB
        ? Map.of("curve-key", hubSecret.toString(), "curve-clients", clients.toString())
        : spokeWith(spokeSecret);
  }

  Map<String, String> strangerSettings() {
    return spokeWith(strangerSecret);
  }

  /** The hub no longer knows the spoke. */
  void forgetSpoke() throws IOException {
    Files.delete(clients.resolve("spoke.key"));
  }

  private Map<String, String> spokeWith(Path secret) {
    return Map.of("curve-key", secret.toString(), "curve-server-key", hub.toString());
  }
}
