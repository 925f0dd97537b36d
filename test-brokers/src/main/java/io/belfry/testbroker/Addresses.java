package io.belfry.testbroker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a broker is to be found.
 *
 * @param byProtocol the address for each protocol that it speaks
 */
record Addresses(Map<Protocol, InetSocketAddress> byProtocol) {

  Addresses {
    byProtocol = Map.copyOf(byProtocol);
  }

  /** Different free ports of the loopback, found by having the system choose them all at once. */
  static Addresses free(Set<Protocol> protocols) throws IOException {
    Map<Protocol, InetSocketAddress> found = new EnumMap<>(Protocol.class);
    List<ServerSocket> sockets = new ArrayList<>();
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try {
      for (Protocol protocol : protocols) {
        ServerSocket socket = new ServerSocket();
        sockets.add(socket);
        socket.bind(new InetSocketAddress(loopback, 0));
        found.put(protocol, new InetSocketAddress(loopback, socket.getLocalPort()));
      }
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
    return new Addresses(found);
  }

  InetSocketAddress at(Protocol protocol) {
    InetSocketAddress address = byProtocol.get(protocol);
    if (address == null) {
      throw new IllegalArgumentException("This broker does not speak " + protocol + ".");
    }
    return address;
  }

  int port(Protocol protocol) {
    return at(protocol).getPort();
  }

  Collection<InetSocketAddress> all() {
    return byProtocol.values();
  }
}
