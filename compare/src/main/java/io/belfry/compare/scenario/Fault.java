package io.belfry.compare.scenario;

/** What goes wrong meanwhile. */
public enum Fault {
  /** Nothing. */
  NONE,
  /** The first subscriber takes its time for each message. */
  SLOW_SUBSCRIBER,
  /** The first subscriber comes when much was published already. */
  LATE_JOINER,
  /** What stands in the middle is killed, and started again after a while. */
  BROKER_RESTART,
  /** The connection of the first subscriber is cut, and let through again after a while. */
  RECONNECT
}
