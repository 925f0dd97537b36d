package io.belfry.testbroker;

import io.belfry.tck.Broker;
import java.util.Optional;

/** A broker of the test's own, which may be switched off and on. */
public interface ControlledBroker extends TestBroker, Broker {

  @Override
  default Optional<Broker> control() {
    return Optional.of(this);
  }
}
