package io.belfry.testbroker;

/** What a client may speak to a broker. */
public enum Protocol {
  /** MQTT 3.1.1 and 5. */
  MQTT,
  /** JMS, by the client of Artemis. */
  JMS,
  /** AMQP 1.0. */
  AMQP
}
