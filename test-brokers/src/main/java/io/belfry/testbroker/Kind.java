package io.belfry.testbroker;

import java.util.Locale;
import java.util.Set;

/** What brokers there are for tests. Not each is there on every machine. */
public enum Kind {
  /** The embedded broker, in this process. */
  EMBEDDED,
  /** Mosquitto, as a process. */
  MOSQUITTO,
  /** Artemis, as a process, from its distribution. */
  ARTEMIS_PROCESS,
  /** Mosquitto in a container. */
  DOCKER_MOSQUITTO,
  /** A broker for MQTT that runs somewhere already. */
  GIVEN_MQTT,
  /** A broker for JMS that runs somewhere already. */
  GIVEN_JMS;

  /**
   * What it is called where the environment names it.
   *
   * @return a name in lower case with hyphens
   */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * What it speaks.
   *
   * @return at least one protocol
   */
  public Set<Protocol> protocols() {
    return switch (this) {
      case EMBEDDED, ARTEMIS_PROCESS -> Set.of(Protocol.values());
      case MOSQUITTO, DOCKER_MOSQUITTO, GIVEN_MQTT -> Set.of(Protocol.MQTT);
      case GIVEN_JMS -> Set.of(Protocol.JMS);
    };
  }
}
