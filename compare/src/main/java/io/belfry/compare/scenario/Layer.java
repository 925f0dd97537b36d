package io.belfry.compare.scenario;

/** What publishers and subscribers use. */
public enum Layer {
  /** The transport alone. */
  BARE,
  /** The notification service over it, which repairs gaps from its log. */
  SERVICE
}
