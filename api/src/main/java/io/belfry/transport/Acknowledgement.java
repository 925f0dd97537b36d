package io.belfry.transport;

/** What is known when a send completes. Each level includes the ones before it. */
public enum Acknowledgement {
  /** The message is in the hands of the client library, which may still lose it. */
  HANDED_OFF,
  /** The broker has it, in memory at least. */
  ACCEPTED,
  /** The broker has it on disk: it survives the broker's end. */
  PERSISTED
}
