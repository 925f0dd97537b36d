package io.belfry.transport.mqtt;

import java.util.Optional;

/**
 * A filter as the broker is to have it.
 *
 * @param group whose members share what it matches, if it is shared
 * @param pattern which topics on the wire it matches
 * @param isOpenToOthers whether another subscription, whose topics it covers, may use it as well
 */
record BrokerFilter(Optional<String> group, String pattern, boolean isOpenToOthers) {

  /** A filter for whoever wants its topics. */
  static BrokerFilter open(String pattern) {
    return new BrokerFilter(Optional.empty(), pattern, true);
  }

  /** A filter for one purpose alone. */
  static BrokerFilter own(String pattern) {
    return new BrokerFilter(Optional.empty(), pattern, false);
  }

  /** A member of a group, which is alone with what it gets. */
  static BrokerFilter shared(String group, String pattern) {
    return new BrokerFilter(Optional.of(group), pattern, false);
  }

  /** Whether whatever the other one wants comes here already. */
  boolean serves(BrokerFilter other) {
    return isOpenToOthers && other.isOpenToOthers && FilterSets.covers(pattern, other.pattern);
  }

  /** Whether a connection that had both would get some message twice. */
  boolean overlaps(BrokerFilter other) {
    return FilterSets.overlap(pattern, other.pattern);
  }

  /** As it is subscribed to. */
  String onWire() {
    return group.map(name -> Names.shared(name, pattern)).orElse(pattern);
  }
}
