package io.belfry.transport.zeromq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Ports that are free on this machine. */
final class Ports {

  static final int HUB_NEEDS = 6;

  private Ports() {}

  /** Different ports, found by having the system choose them all at once. */
  static List<Integer> free(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        ServerSocket socket = new ServerSocket();
        sockets.add(socket);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      sockets.forEach(Ports::close);
    }
  }

  /** The setting of a hub's endpoint at these ports. */
  static String endpoint(List<Integer> ports) {
    return endpoint(ports, port -> "tcp://127.0.0.1:" + port);
  }

  static String endpoint(List<Integer> ports, IntFunction<String> address) {
    return ports.stream().map(address::apply).collect(Collectors.joining(","));
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
