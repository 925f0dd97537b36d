package io.belfry.packing;

import io.belfry.settings.Settings;
import io.belfry.tck.inproc.InprocProvider;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Transports that meet at one place in memory: packing or reading, or plain as they are. */
final class Wires implements AutoCloseable {

  private final String place = "wires" + UUID.randomUUID();
  private final Transport hub = open(new InprocProvider(), Side.HUB, Map.of());

  Transport plain() {
    return hub;
  }

  Transport packing() {
    return packing(Map.of());
  }

  Transport packing(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("packing", "on");
    return open(PackingProvider.over(new InprocProvider()), Side.SPOKE, settings);
  }

  Transport reading() {
    return open(PackingProvider.over(new InprocProvider()), Side.SPOKE, Map.of());
  }

  private Transport open(TransportProvider provider, Side side, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("place", place);
    return provider.open(Settings.of("inproc", provider.settings(), settings), side);
  }

  @Override
  public void close() {
    hub.close();
  }
}
