package org.example.belfry.tcp;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.transport.Acknowledgement;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Capability;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;
import java.util.List;
import java.util.Set;

/** Makes transports over TCP: a hub that listens, and spokes that connect to it. */
public final class TcpProvider implements TransportProvider {

  static final Capabilities CAPABILITIES = new Capabilities(
      Set.of(
          Capability.STORED_WORK,
          Capability.REDELIVERY,
          Capability.NATIVE_WILDCARDS,
          Capability.RECONNECT),
      Acknowledgement.HANDED_OFF,
      Acknowledgement.ACCEPTED,
      Frame.MAX_PAYLOAD);

  /** For the service loader. */
  public TcpProvider() {}

  @Override
  public String name() {
    return "tcp";
  }

  @Override
  public List<SettingKey<?>> settings() {
    return TcpConfig.KEYS;
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public boolean isConfined(Settings settings) {
    return TcpConfig.from(settings).endpoint().isLoopback();
  }

  @Override
  public Transport open(Settings settings, Side side) {
    TcpConfig config = TcpConfig.from(settings);
    return side == Side.HUB ? openHub(config) : TcpTransport.open(config, () -> {});
  }

  /** The hub's own application is a spoke like any other: one way for everything. */
  private static Transport openHub(TcpConfig config) {
    Hub hub = Hub.open(config);
    try {
      return TcpTransport.open(config, hub::close);
    } catch (RuntimeException e) {
      hub.close();
      throw e;
    }
  }
}
