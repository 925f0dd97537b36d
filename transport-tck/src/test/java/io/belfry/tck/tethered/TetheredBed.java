package io.belfry.tck.tethered;

import io.belfry.tck.Detour;
import io.belfry.tck.InprocBed;
import io.belfry.tck.TestBed;
import io.belfry.transport.Side;
import io.belfry.transport.TransportProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** A place and a port of its own for each test. */
public final class TetheredBed implements TestBed {

  private static final int LOWEST = 20_000;
  private static final int PORTS = 10_000;

  private final InprocBed inner;
  private final int port = freePort();

  /** Makes a bed for a provider that tethers its spokes. */
  public TetheredBed(TransportProvider provider) {
    inner = new InprocBed(provider, "none", "200ms");
  }

  @Override
  public TransportProvider provider() {
    return inner.provider();
  }

  @Override
  public Map<String, String> settings(Side side) {
    return settings(side, port);
  }

  @Override
  public Optional<Map<String, String>> spokeSettingsThrough(Detour detour) {
    InetSocketAddress hub = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    return Optional.of(settings(Side.SPOKE, detour.through(hub).getPort()));
  }

  @Override
  public void close() {
    inner.close();
  }

  private Map<String, String> settings(Side side, int at) {
    Map<String, String> settings = new HashMap<>(inner.settings(side));
    settings.put("port", Integer.toString(at));
    return settings;
  }

  /** Below the ports that systems give to outgoing connections, or one of these may take it. */
  private static int freePort() {
    int port = LOWEST + ThreadLocalRandom.current().nextInt(PORTS);
    try (ServerSocket free = new ServerSocket(port, 0, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      return freePort(); // It is in use; another will be free.
    }
  }
}
