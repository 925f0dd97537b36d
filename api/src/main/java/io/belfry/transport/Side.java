package io.belfry.transport;

/**
 * Who binds, where there is no broker. A transport that needs one ignores the side: then both are
 * clients of the broker.
 */
public enum Side {
  /** Binds, and relays between the spokes. There is one. */
  HUB,
  /** Connects to the hub. */
  SPOKE
}
