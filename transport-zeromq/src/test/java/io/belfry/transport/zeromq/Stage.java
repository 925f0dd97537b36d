package io.belfry.transport.zeromq;

import io.belfry.settings.Settings;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A hub on free ports, its spokes, and whoever else connects. Closing it closes them all. */
final class Stage implements AutoCloseable {

  private static final ZeroMqProvider PROVIDER = new ZeroMqProvider();
  private static final int HANDSHAKE_MILLIS = 300;
  private static final int RECONNECT_MILLIS = 50;

  private final List<Integer> ports = Ports.free(Ports.HUB_NEEDS);
  private final Map<String, String> hubSettings = shared();
  private final Map<String, String> spokeSettings = shared();
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private Optional<Transport> hub = Optional.empty();
  private Optional<ZContext> context = Optional.empty();

  /** Adds a setting of both sides. */
  Stage with(String key, String value) {
    return with(Side.HUB, Map.of(key, value)).with(Side.SPOKE, Map.of(key, value));
  }

  /** Adds settings of one side. */
  Stage with(Side side, Map<String, String> more) {
    settingsOf(side).putAll(more);
    return this;
  }

  /** The settings of a side, to be changed at will. */
  Map<String, String> settings(Side side) {
    return new HashMap<>(settingsOf(side));
  }

  /** The hub, opened at the first call. */
  Transport hub() {
    if (hub.isEmpty()) {
      hub = Optional.of(open(Side.HUB, hubSettings));
    }
    return hub.get();
  }

  /** One spoke more. */
  Transport newSpoke() {
    hub();
    return open(Side.SPOKE, spokeSettings);
  }

  /** Opens a transport with settings of its own. */
  Transport open(Side side, Map<String, String> written) {
    return kept(PROVIDER.open(Settings.of(PROVIDER.name(), PROVIDER.settings(), written), side));
  }

  /** A plain socket of the library, connected to one of the hub's ports. */
  ZMQ.Socket visitor(Port port) {
    ZMQ.Socket socket = socket(port.visitor());
    socket.connect(address(port));
    return socket;
  }

  /** A plain socket of the library that is to be connected. */
  ZMQ.Socket socket(SocketType type) {
    if (context.isEmpty()) {
      context = Optional.of(kept(new ZContext()));
    }
    ZMQ.Socket socket = context.get().createSocket(type);
    socket.setLinger(0);
    socket.setHandshakeIvl(HANDSHAKE_MILLIS);
    socket.setReconnectIVL(RECONNECT_MILLIS);
    return socket;
  }

  int port(Port port) {
    return ports.get(port.ordinal());
  }

  String address(Port port) {
    return "tcp://127.0.0.1:" + port(port);
  }

  <T extends AutoCloseable> T kept(T thing) {
    opened.push(thing);
    return thing;
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable thing : opened) {
      thing.close();
    }
  }

  private Map<String, String> settingsOf(Side side) {
    return side == Side.HUB ? hubSettings : spokeSettings;
  }

  private Map<String, String> shared() {
    Map<String, String> settings = new HashMap<>();
    settings.put("endpoint", Ports.endpoint(ports));
    settings.put("connect-timeout", "5s");
    settings.put("heartbeat", "200ms");
    settings.put("heartbeat-timeout", "2s");
    return settings;
  }
}
