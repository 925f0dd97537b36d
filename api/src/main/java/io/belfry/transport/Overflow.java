package io.belfry.transport;

/** Which message is dropped when a queue is at its bound. */
public enum Overflow {
  /** The one that has waited longest: the handler sees the newest state. */
  DROP_OLDEST,
  /** The one that has just come: the handler sees an unbroken beginning. */
  DROP_NEWEST
}
