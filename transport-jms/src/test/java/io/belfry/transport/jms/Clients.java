package io.belfry.transport.jms;

import io.belfry.settings.Settings;
import io.belfry.testbroker.Protocol;
import io.belfry.testbroker.TestBroker;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Transports at one broker, closed together. */
final class Clients implements AutoCloseable {

  private final InetSocketAddress address;
  private final Deque<Transport> opened = new ArrayDeque<>();

  Clients(TestBroker broker) {
    this(broker.at(Protocol.JMS));
  }

  Clients(InetSocketAddress address) {
    this.address = address;
  }

  /** Settings with short time-outs. */
  static Map<String, String> settings(String host, int port) {
    return Map.of(
        "url",
        "tcp://" + host + ":" + port,
        "connect-timeout",
        "3s",
        "send-timeout",
        "3s",
        "heartbeat-timeout",
        "3s");
  }

  Map<String, String> settings() {
    return settings(address.getHostString(), address.getPort());
  }

  Transport open() {
    return open(Map.of());
  }

  /** Opens a transport with more settings, or others. */
  Transport open(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(settings());
    settings.putAll(more);
    Transport transport = openWith(settings);
    opened.push(transport);
    return transport;
  }

  static Transport openWith(Map<String, String> settings) {
    JmsProvider provider = new JmsProvider();
    return provider.open(Settings.of("jms", provider.settings(), settings), Side.SPOKE);
  }

  @Override
  public void close() {
    opened.forEach(Transport::close);
  }
}
