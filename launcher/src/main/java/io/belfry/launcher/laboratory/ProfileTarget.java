package io.belfry.launcher.laboratory;

import io.belfry.compare.venue.Target;
import io.belfry.compare.venue.Venue;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.Tree;
import io.belfry.transport.TransportProvider;
import java.util.LinkedHashMap;
import java.util.Map;

/** A transport as a profile says, and a broker beside it where it needs one. */
final class ProfileTarget implements Target {

  private final String name;
  private final Profile profile;
  private final BrokerKind broker;
  private final boolean hasNewKeys;
  private final Equipment equipment;

  /**
   * What is checked already.
   *
   * @param hasNewKeys whether keys for CURVE are made each time that it is opened
   */
  ProfileTarget(
      String name, Profile profile, BrokerKind broker, boolean hasNewKeys, Equipment equipment) {
    this.name = name;
    this.profile = profile;
    this.broker = broker;
    this.hasNewKeys = hasNewKeys;
    this.equipment = equipment;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>(Facts.of(profile, provider(), broker));
    if (hasNewKeys) {
      facts.put("curve", "with keys made for this comparison");
    }
    return facts;
  }

  @Override
  public Venue open() {
    return ProfileVenue.open(this);
  }

  Profile profile() {
    return profile;
  }

  TransportProvider provider() {
    return Tree.transport(profile, equipment.plugins());
  }

  BrokerKind broker() {
    return broker;
  }

  boolean hasNewKeys() {
    return hasNewKeys;
  }

  Equipment equipment() {
    return equipment;
  }

  @Override
  public String toString() {
    return name;
  }
}
