package io.belfry.transport.mqtt;

import io.belfry.settings.Settings;
import io.belfry.testbroker.Protocol;
import io.belfry.testbroker.TestBroker;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import java.util.HashMap;
import java.util.Map;

/** Opens transports at a broker, with short time-outs. */
final class Client {

  private Client() {}

  static Transport of(TestBroker broker) {
    return of(broker, Map.of());
  }

  /** A client with more settings, or other ones. */
  static Transport of(TestBroker broker, Map<String, String> more) {
    Map<String, String> written =
        new HashMap<>(new MqttBed(broker).settings(broker.at(Protocol.MQTT)));
    written.putAll(more);
    return open(written);
  }

  static Transport open(Map<String, String> written) {
    MqttProvider provider = new MqttProvider();
    return provider.open(Settings.of("mqtt", provider.settings(), written), Side.SPOKE);
  }
}
