package io.belfry.launcher.laboratory;

import io.belfry.compare.venue.Middle;
import io.belfry.compare.venue.Usage;
import io.belfry.compare.venue.Wiring;
import io.belfry.launcher.ground.OwnBroker;
import java.util.Optional;

/**
 * A broker within this process: what it uses can't be told from what all others here use.
 *
 * @param wiring the way through it
 * @param broker the venue's
 */
record InnerMiddle(Wiring wiring, OwnBroker broker) implements Middle {

  @Override
  public void kill() {
    broker.kill();
  }

  @Override
  public void revive() {
    broker.revive();
  }

  @Override
  public Optional<Usage> usage() {
    return Optional.empty();
  }

  @Override
  public void close() {
    Rising.tryTo(broker::revive);
  }
}
