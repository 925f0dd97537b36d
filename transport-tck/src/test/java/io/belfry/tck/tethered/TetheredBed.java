package io.belfry.tck.tethered;

import io.belfry.tck.Detour;
import io.belfry.tck.FreePorts;
import io.belfry.tck.InprocBed;
import io.belfry.tck.TestBed;
import io.belfry.transport.Side;
import io.belfry.transport.TransportProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A place and a port of its own for each test. */
public final class TetheredBed implements TestBed {

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
    return settings(side, hub());
  }

  @Override
  public Optional<Map<String, String>> spokeSettingsThrough(Detour detour) {
    return Optional.of(settings(Side.SPOKE, detour.through(hub())));
  }

  @Override
  public void close() {
    inner.close();
  }

  private InetSocketAddress hub() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private Map<String, String> settings(Side side, InetSocketAddress at) {
    Map<String, String> settings = new HashMap<>(inner.settings(side));
    settings.put("host", at.getHostString());
    settings.put("port", Integer.toString(at.getPort()));
    return settings;
  }

  private static int freePort() {
    try {
      return FreePorts.one();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
