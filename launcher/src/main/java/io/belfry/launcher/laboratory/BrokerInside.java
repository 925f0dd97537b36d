package io.belfry.launcher.laboratory;

import io.belfry.compare.venue.Middle;
import io.belfry.compare.venue.Wiring;
import io.belfry.launcher.ground.OwnBroker;
import java.util.Optional;

/** A broker within this process. */
record BrokerInside(Wiring wiring, OwnBroker broker) implements Standing {

  @Override
  public Optional<Middle> middle() {
    return Optional.empty();
  }

  @Override
  public Middle mortal() {
    return new InnerMiddle(wiring, broker);
  }
}
