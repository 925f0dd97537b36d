package io.belfry.tck.broken;

import io.belfry.transport.Health;
import io.belfry.transport.Health.State;
import io.belfry.transport.Transport;

/** Says that it is UP, whatever happens. */
@Breaks({"li03", "li04", "li10", "ca13"})
final class IsAlwaysUp extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public Health health() {
        return new Health(State.UP, "Never better.");
      }
    };
  }
}
