package io.belfry.server;

import io.belfry.settings.Settings;
import io.belfry.tck.FreePorts;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Protocol;
import io.belfry.testbroker.Setup;
import io.belfry.testbroker.TestBroker;
import io.belfry.testbroker.TestBrokers;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;
import io.belfry.transport.jms.JmsProvider;
import io.belfry.transport.mqtt.MqttProvider;
import io.belfry.transport.zeromq.ZeroMqProvider;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.stream.Collectors;

/** A way for messages: a transport with what it needs. Closing it closes all that was opened. */
final class Way implements AutoCloseable {

  /** The transports that come with Belfry. */
  enum Of {
    ZEROMQ,
    MQTT,
    JMS
  }

  private static final int HUB_NEEDS = 6;

  private final TransportProvider provider;
  private final Map<String, String> settings;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  private Way(TransportProvider provider, Map<String, String> settings) {
    this.provider = provider;
    this.settings = settings;
  }

  static Way open(Of which) throws Exception {
    return switch (which) {
      case ZEROMQ ->
        new Way(
            new ZeroMqProvider(),
            Map.of(
                "endpoint",
                FreePorts.choose(HUB_NEEDS).stream()
                    .map(port -> "tcp://127.0.0.1:" + port)
                    .collect(Collectors.joining(","))));
      case MQTT -> overBroker(new MqttProvider(), Protocol.MQTT, "tcp");
      case JMS -> overBroker(new JmsProvider(), Protocol.JMS, "tcp");
    };
  }

  /** The server's side. */
  Wire serverSide() {
    return new Wire(open(Side.HUB), true);
  }

  /** A client's side. */
  Transport clientSide() {
    return open(Side.SPOKE);
  }

  @Override
  public void close() throws Exception {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }

  private static Way overBroker(TransportProvider provider, Protocol protocol, String scheme)
      throws Exception {
    TestBroker broker = TestBrokers.start(Kind.EMBEDDED, Setup.PLAIN);
    InetSocketAddress address = broker.at(protocol);
    Way way = new Way(
        provider,
        Map.of("url", scheme + "://" + address.getHostString() + ":" + address.getPort()));
    way.opened.push(broker);
    return way;
  }

  private Transport open(Side side) {
    Transport transport =
        provider.open(Settings.of(provider.name(), provider.settings(), settings), side);
    opened.push(transport);
    return transport;
  }
}
