package io.belfry.benchmark.jms;

import io.belfry.benchmark.wire.Access;
import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The client library, configured. */
final class Clients {

  private static final int WINDOW_BYTES = 8 << 20;
  private static final int CONFIRMATION_BYTES = 1 << 20;

  private Clients() {}

  /** Nothing waits for the broker, and both sides may run far ahead. */
  static ConnectionFactory fastest(Access access) {
    ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(access.url());
    factory.setBlockOnDurableSend(false);
    factory.setBlockOnNonDurableSend(false);
    factory.setBlockOnAcknowledge(false);
    factory.setConfirmationWindowSize(CONFIRMATION_BYTES);
    factory.setConsumerWindowSize(WINDOW_BYTES);
    factory.setProducerWindowSize(WINDOW_BYTES);
    return factory;
  }

  /**
   * As it comes, but that every send waits for the broker: else messages that are not persistent
   * could get lost without a word.
   */
  static ConnectionFactory usual(Access access) {
    ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(access.url());
    factory.setBlockOnDurableSend(true);
    factory.setBlockOnNonDurableSend(true);
    return factory;
  }
}
