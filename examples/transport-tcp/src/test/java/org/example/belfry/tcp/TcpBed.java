package org.example.belfry.tcp;

import io.belfry.tck.Detour;
import io.belfry.tck.FreePorts;
import io.belfry.tck.TestBed;
import io.belfry.transport.Side;
import io.belfry.transport.TransportProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;

/** A port of its own for each test, and short time-outs. */
final class TcpBed implements TestBed {

  private final InetSocketAddress hub;

  TcpBed() throws IOException {
    hub = new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePorts.one());
  }

  @Override
  public TransportProvider provider() {
    return new TcpProvider();
  }

  @Override
  public Map<String, String> settings(Side side) {
    return settings(hub);
  }

  @Override
  public Optional<Map<String, String>> spokeSettingsThrough(Detour detour) {
    return Optional.of(settings(detour.through(hub)));
  }

  @Override
  public void close() {}

  private static Map<String, String> settings(InetSocketAddress at) {
    return Map.of(
        "endpoint", "tcp://" + at.getHostString() + ":" + at.getPort(),
        "connect-timeout", "2s",
        "send-timeout", "2s",
        "close-timeout", "1s",
        "heartbeat", "200ms",
        "heartbeat-timeout", "2s");
  }
}
