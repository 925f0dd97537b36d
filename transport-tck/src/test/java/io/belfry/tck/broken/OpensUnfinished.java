package io.belfry.tck.broken;

import io.belfry.transport.Health;
import io.belfry.transport.Health.State;
import io.belfry.transport.Transport;
import java.util.concurrent.TimeUnit;

/** Returns from open before it knows whether it is UP. */
@Breaks("li01")
final class OpensUnfinished extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      private final long openedAt = System.nanoTime();

      @Override
      public Health health() {
        boolean isKnown = System.nanoTime() - openedAt > TimeUnit.SECONDS.toNanos(1);
        return isKnown ? inner.health() : new Health(State.UNKNOWN, "It is being opened.");
      }
    };
  }
}
