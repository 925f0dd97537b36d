package io.belfry.tck.tethered;

import io.belfry.transport.Capabilities;
import io.belfry.transport.Capability;
import java.util.EnumSet;
import java.util.Set;

/** Makes declarations that are too good to be true. */
final class Declaring {

  private Declaring() {}

  static Capabilities more(Capabilities honest, Capability more) {
    Set<Capability> features = EnumSet.of(more);
    features.addAll(honest.features());
    return new Capabilities(
        features, honest.publishLevel(), honest.pushLevel(), honest.maxPayload());
  }
}
