package io.belfry.broker;

/** The three ways in. */
enum Door {
  JMS("CORE"),
  AMQP("AMQP"),
  MQTT("MQTT");

  private final String protocol;

  Door(String protocol) {
    this.protocol = protocol;
  }

  /** The only protocol that is spoken there, by the server's name for it. */
  String protocol() {
    return protocol;
  }

  String acceptor() {
    return name();
  }

  int port(BrokerPorts ports) {
    return switch (this) {
      case JMS -> ports.jms();
      case AMQP -> ports.amqp();
      case MQTT -> ports.mqtt();
    };
  }
}
