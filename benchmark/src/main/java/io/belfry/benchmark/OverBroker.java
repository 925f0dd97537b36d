package io.belfry.benchmark;

import java.util.Optional;
import java.util.Set;

/**
 * What matters only where a broker stands between the two sides.
 *
 * @param url the broker to use; without it, one is started
 * @param qos of every message of MQTT
 * @param isPersistent whether messages of JMS survive the broker
 * @param window how many messages may be under way to the slowest receiver
 */
record OverBroker(Optional<String> url, int qos, boolean isPersistent, int window) {

  /** What it is unless told otherwise. */
  static final OverBroker DEFAULTS = new OverBroker(Optional.empty(), 1, false, 1_000);

  private static final Set<String> TRANSPORTS = Set.of("mqtt", "jms");

  /** Whether a transport, of those that the benchmark knows, meets at a broker. */
  static boolean isFor(String transport) {
    return TRANSPORTS.contains(transport);
  }
}
