package io.belfry.broker;

import java.util.List;
import java.util.Set;

/** Brokers as the tests want them. */
final class Brokers {

  static final BrokerConfig CONFIG = BrokerConfig.DEFAULTS.withPorts(BrokerPorts.FREE);

  private Brokers() {}

  static EmbeddedBroker open() {
    return EmbeddedBroker.start(CONFIG);
  }

  /** With Anna, who writes the news, and Ben, who reads them. */
  static EmbeddedBroker withUsers() {
    return EmbeddedBroker.start(CONFIG.withUsers(
        List.of(
            new BrokerUser("anna", "a-secret", Set.of("writer")),
            new BrokerUser("ben", "b-secret", Set.of("reader"))),
        List.of(Permission.toSend("writer", "news.#"), Permission.toReceive("reader", "news.*"))));
  }
}
