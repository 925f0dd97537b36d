package io.belfry.testbroker;

/** What a broker may be told to refuse when there is too much of it. */
public enum Limit {
  /** The bytes of one MQTT packet. */
  PACKET_BYTES,
  /** The messages that wait in one queue. */
  QUEUED_MESSAGES,
  /**
   * The connections at one port. Mosquitto 2.0 lets in more after some have left, as it counts
   * those twice.
   */
  CONNECTIONS,
  /** The bytes of all messages that wait. */
  MEMORY_BYTES
}
