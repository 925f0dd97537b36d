package io.belfry.launcher.laboratory;

import io.belfry.compare.venue.Middle;
import io.belfry.compare.venue.Wiring;
import java.util.Optional;

/** A broker that is a process of its own. */
record BrokerProcess(Wiring wiring, Phoenix process) implements Standing {

  @Override
  public Optional<Middle> middle() {
    return Optional.of(mortal());
  }

  @Override
  public Middle mortal() {
    return new ProcessMiddle(wiring, process, true);
  }
}
