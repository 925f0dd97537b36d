package io.belfry.transport.zeromq;

import io.belfry.tck.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Ports that are free on this machine. */
final class Ports {

  static final int HUB_NEEDS = 6;

  private Ports() {}

  /** Different ports. */
  static List<Integer> free(int count) {
    try {
      return FreePorts.choose(count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The setting of a hub's endpoint at these ports. */
  static String endpoint(List<Integer> ports) {
    return endpoint(ports, port -> "tcp://127.0.0.1:" + port);
  }

  static String endpoint(List<Integer> ports, IntFunction<String> address) {
    return ports.stream().map(address::apply).collect(Collectors.joining(","));
  }
}
