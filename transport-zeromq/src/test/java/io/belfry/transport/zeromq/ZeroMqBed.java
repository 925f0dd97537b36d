package io.belfry.transport.zeromq;

import io.belfry.tck.Detour;
import io.belfry.tck.TestBed;
import io.belfry.transport.Side;
import io.belfry.transport.TransportProvider;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hub's place on free TCP ports. */
class ZeroMqBed implements TestBed {

  private final List<Integer> ports = Ports.free(Ports.HUB_NEEDS);

  @Override
  public TransportProvider provider() {
    return new ZeroMqProvider();
  }

  @Override
  public Map<String, String> settings(Side side) {
    return settings(side, Ports.endpoint(ports));
  }

  @Override
  public Optional<Map<String, String>> spokeSettingsThrough(Detour detour) {
    return Optional.of(settings(Side.SPOKE, Ports.endpoint(ports, port -> through(detour, port))));
  }

  /** Settings of a side, with short time-outs. */
  Map<String, String> settings(Side side, String endpoint) {
    Map<String, String> settings = new HashMap<>();
    settings.put("endpoint", endpoint);
    settings.put("connect-timeout", "3s");
    settings.put("send-timeout", "2s");
    settings.put("heartbeat", "200ms");
    settings.put("heartbeat-timeout", "1s");
    return settings;
  }

  @Override
  public void close() {}

  private static String through(Detour detour, int port) {
    InetSocketAddress relay = detour.through(new InetSocketAddress("127.0.0.1", port));
    return "tcp://" + relay.getHostString() + ":" + relay.getPort();
  }
}
