package io.belfry.broker;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a broker listens. Each protocol has a port of its own, so that a client meets only the one
 * that it speaks.
 *
 * @param jms for JMS clients of Artemis; 0 takes any free port, here and below
 * @param amqp for AMQP 1.0
 * @param mqtt for MQTT 3.1.1 and 5
 */
public record BrokerPorts(int jms, int amqp, int mqtt) {

  private static final int HIGHEST = 65_535;

  /** Where the broker is looked for if nothing else is said. */
  public static final BrokerPorts USUAL = new BrokerPorts(7716, 7717, 7718);

  /** Any that are free. */
  public static final BrokerPorts FREE = new BrokerPorts(0, 0, 0);

  /**
   * Checks the numbers.
   *
   * @throws BrokerException if one is no port, or two are the same
   */
  public BrokerPorts {
    List<Integer> chosen =
        IntStream.of(jms, amqp, mqtt).filter(port -> port != 0).boxed().toList();
    for (int port : chosen) {
      if (port < 0 || port > HIGHEST) {
        throw new BrokerException("The broker can't listen on port " + port + "; ports go up to "
            + HIGHEST + ", and 0 takes any free one.");
      }
    }
    if (chosen.stream().distinct().count() < chosen.size()) {
      throw new BrokerException("The broker needs three different ports, not " + chosen + ".");
    }
  }
}
