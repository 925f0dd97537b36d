package io.belfry.testbroker;

import io.belfry.tck.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
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

  /** Different free ports of the loopback. */
  static Addresses free(Set<Protocol> protocols) throws IOException {
    Iterator<Integer> ports = FreePorts.choose(protocols.size()).iterator();
    Map<Protocol, InetSocketAddress> found = new EnumMap<>(Protocol.class);
    for (Protocol protocol : protocols) {
      found.put(protocol, new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.next()));
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
