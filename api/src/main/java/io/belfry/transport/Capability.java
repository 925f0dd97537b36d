package io.belfry.transport;

/**
 * What transports differ in. The TCK proves each: what is declared holds, and what is not declared
 * is refused or seen to fail. What all transports share, such as order, is not listed here but is a
 * rule of the contract.
 */
public enum Capability {
  /** Work that is pushed while no worker pulls waits for one. Else it is refused or lost. */
  STORED_WORK,
  /** Work that waits survives a restart of the broker or hub. Else it is gone. */
  DURABLE_WORK,
  /** Work whose handler threw, or whose worker vanished, is delivered again. Else it is lost. */
  REDELIVERY,
  /** A message that has expired is not delivered. Else a message with an expiry is refused. */
  EXPIRY,
  /** Waiting work of higher priority comes first. Else a message with a priority is refused. */
  PRIORITY,
  /** Subscriptions can select by headers. Else such a subscription is refused. */
  SELECTORS,
  /** Subscriptions can share messages as a group. Else such a subscription is refused. */
  SHARED_SUBSCRIPTIONS,
  /** The wire brings no topic but those wanted. Else the surplus is counted as filtered. */
  NATIVE_WILDCARDS,
  /** What is on the wire can't be read. Else it can. */
  ENCRYPTION,
  /** Who has no valid credentials is not let in. Else anybody is. */
  AUTHENTICATION,
  /** A lost connection is repaired and subscriptions restored. Else health says that it is down. */
  RECONNECT
}
