package org.example.belfry.tcp;

import io.belfry.settings.Settings;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** A hub and a spoke, for tests that need to know where they are. */
final class Pair implements AutoCloseable {

  private final Map<String, String> written;
  private final Transport hub;
  private final Transport spoke;

  Pair(Map<String, String> changes) {
    try {
      written = new HashMap<>(new TcpBed().settings(Side.HUB));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    written.putAll(changes);
    hub = open(written, Side.HUB);
    spoke = open(written, Side.SPOKE);
  }

  static Transport open(Map<String, String> written, Side side) {
    TcpProvider provider = new TcpProvider();
    return provider.open(Settings.of(provider.name(), provider.settings(), written), side);
  }

  Transport hub() {
    return hub;
  }

  Transport spoke() {
    return spoke;
  }

  Endpoint endpoint() {
    return Endpoint.parse(written.get("endpoint"));
  }

  @Override
  public void close() {
    spoke.close();
    hub.close();
  }
}
