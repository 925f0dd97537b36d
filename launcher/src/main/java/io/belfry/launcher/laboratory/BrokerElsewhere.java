package io.belfry.launcher.laboratory;

import io.belfry.compare.venue.Middle;
import io.belfry.compare.venue.Venue.Missing;
import io.belfry.compare.venue.Wiring;
import java.util.Optional;

/** A broker that somebody else runs. */
record BrokerElsewhere(Wiring wiring) implements Standing {

  @Override
  public Optional<Middle> middle() {
    return Optional.empty();
  }

  @Override
  public Middle mortal() {
    throw new Missing("The broker is not ours to kill.");
  }
}
