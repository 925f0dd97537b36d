package io.belfry.transport.mqtt;

import io.belfry.tck.Broker;
import io.belfry.tck.Detour;
import io.belfry.tck.TestBed;
import io.belfry.testbroker.Protocol;
import io.belfry.testbroker.TestBroker;
import io.belfry.transport.Side;
import io.belfry.transport.TransportProvider;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A place at a broker that runs already, and goes on running for the next test. */
class MqttBed implements TestBed {

  private final TestBroker broker;
  private final Optional<Switch> control;

  MqttBed(TestBroker broker) {
    this.broker = broker;
    this.control = broker.control().map(Switch::new);
  }

  @Override
  public TransportProvider provider() {
    return new MqttProvider();
  }

  @Override
  public Map<String, String> settings(Side side) {
    return settings(broker.at(Protocol.MQTT));
  }

  @Override
  public Optional<Map<String, String>> spokeSettingsThrough(Detour detour) {
    return Optional.of(settings(detour.through(broker.at(Protocol.MQTT))));
  }

  @Override
  public Optional<Broker> broker() {
    return control.map(its -> its);
  }

  /** Settings of a client, with short time-outs. */
  Map<String, String> settings(InetSocketAddress address) {
    Map<String, String> settings = new HashMap<>();
    settings.put("url", "tcp://" + address.getHostString() + ":" + address.getPort());
    settings.put("connect-timeout", "3s");
    settings.put("send-timeout", "2s");
    settings.put("heartbeat", "1s");
    return settings;
  }

  @Override
  public void close() {
    control.ifPresent(Switch::close);
  }
}
