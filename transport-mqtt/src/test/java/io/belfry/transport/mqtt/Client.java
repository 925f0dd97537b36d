package io.belfry.transport.mqtt;

import io.belfry.settings.Settings;
import io.belfry.testbroker.Protocol;
import io.belfry.testbroker.TestBroker;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

/** Opens transports at a broker, with short time-outs. */
final class Client {

  private Client() {}

  static Transport of(TestBroker broker) {
    return of(broker, Map.of());
  }

  /** Settings of a client, with short time-outs. */
  static Map<String, String> settings(InetSocketAddress broker) {
    Map<String, String> settings = new HashMap<>();
    settings.put("url", "tcp://" + broker.getHostString() + ":" + broker.getPort());
    settings.put("connect-timeout", "3s");
    settings.put("send-timeout", "2s");
    settings.put("heartbeat", "1s");
    return settings;
  }

  /** A client with more settings, or other ones. */
  static Transport of(TestBroker broker, Map<String, String> more) {
    Map<String, String> written = settings(broker.at(Protocol.MQTT));
    written.putAll(more);
    return open(written);
  }

  static Transport open(Map<String, String> written) {
    MqttProvider provider = new MqttProvider();
    return provider.open(Settings.of("mqtt", provider.settings(), written), Side.SPOKE);
  }
}
