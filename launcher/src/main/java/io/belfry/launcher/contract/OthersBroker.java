package io.belfry.launcher.contract;

import io.belfry.tck.Broker;
import org.junit.jupiter.api.Assumptions;

/** A broker that somebody else runs: whatever would end it is skipped. */
final class OthersBroker implements Broker {

  @Override
  public void start() {
    stop();
  }

  @Override
  public void stop() {
    Assumptions.abort("The broker is not ours to stop.");
  }

  @Override
  public void kill() {
    stop();
  }
}
