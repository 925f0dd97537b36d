package io.belfry.transport.jms;

import io.belfry.tck.Broker;
import io.belfry.tck.Detour;
import io.belfry.tck.TestBed;
import io.belfry.testbroker.Protocol;
import io.belfry.testbroker.SharedBroker;
import io.belfry.transport.Side;
import io.belfry.transport.TransportProvider;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A place at a broker that other tests use, too. */
class JmsBed implements TestBed {

  private final SharedBroker shared;
  private final InetSocketAddress address;
  private final Map<String, String> more;

  /** Has transports opened with more settings than where the broker is. */
  JmsBed(SharedBroker shared, Map<String, String> more) throws Exception {
    this.shared = shared;
    this.address = shared.running().at(Protocol.JMS);
    this.more = more;
  }

  @Override
  public TransportProvider provider() {
    return new JmsProvider();
  }

  @Override
  public Map<String, String> settings(Side side) {
    return settings(address);
  }

  @Override
  public Optional<Broker> broker() {
    return Optional.of(shared.control());
  }

  @Override
  public Optional<Map<String, String>> spokeSettingsThrough(Detour detour) {
    return Optional.of(settings(detour.through(address)));
  }

  @Override
  public void close() {
    try {
      shared.revive();
    } catch (Exception e) {
      throw new AssertionError("the broker does not start again", e);
    }
  }

  /** Settings of a transport that finds the broker there. */
  Map<String, String> settings(InetSocketAddress broker) {
    Map<String, String> settings =
        new HashMap<>(Clients.settings(broker.getHostString(), broker.getPort()));
    settings.putAll(more);
    return settings;
  }
}
