package io.belfry.transport.mqtt;

import io.belfry.tck.Broker;
import io.belfry.tck.Detour;
import io.belfry.tck.TestBed;
import io.belfry.testbroker.Protocol;
import io.belfry.testbroker.SharedBroker;
import io.belfry.transport.Side;
import io.belfry.transport.TransportProvider;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;

/** A place at a broker that runs already, and goes on running for the next test. */
class MqttBed implements TestBed {

  private final SharedBroker shared;
  private final InetSocketAddress address;

  MqttBed(SharedBroker shared) throws Exception {
    this.shared = shared;
    this.address = shared.running().at(Protocol.MQTT);
  }

  @Override
  public TransportProvider provider() {
    return new MqttProvider();
  }

  @Override
  public Map<String, String> settings(Side side) {
    return settings(address);
  }

  @Override
  public Optional<Map<String, String>> spokeSettingsThrough(Detour detour) {
    return Optional.of(settings(detour.through(address)));
  }

  @Override
  public Optional<Broker> broker() {
    return Optional.of(shared.control());
  }

  /** Settings of a client that finds the broker there. */
  Map<String, String> settings(InetSocketAddress broker) {
    return Client.settings(broker);
  }

  @Override
  public void close() {
    try {
      shared.revive();
    } catch (Exception e) {
      throw new AssertionError("the broker does not start again", e);
    }
  }
}
