package io.belfry.transport.mqtt;

import io.belfry.settings.SettingKey;
import io.belfry.settings.Settings;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Loopback;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;
import java.util.List;

/** Makes transports that are clients of a broker which speaks MQTT 5. */
public final class MqttProvider implements TransportProvider {

  /** Made by {@link java.util.ServiceLoader}. */
  public MqttProvider() {}

  @Override
  public String name() {
    return "mqtt";
  }

  @Override
  public List<SettingKey<?>> settings() {
    return MqttConfig.KEYS;
  }

  @Override
  public Capabilities capabilities() {
    return MqttCapabilities.AT_BEST;
  }

  @Override
  public Transport open(Settings settings, Side side) {
    return new MqttTransport(MqttConfig.from(settings));
  }

  @Override
  public boolean isConfined(Settings settings) {
    return Loopback.holds(MqttConfig.from(settings).broker().host());
  }
}
