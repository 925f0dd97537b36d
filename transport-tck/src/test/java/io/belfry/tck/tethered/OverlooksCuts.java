package io.belfry.tck.tethered;

import io.belfry.tck.TestBed;
import io.belfry.tck.broken.Breaks;
import io.belfry.tck.broken.BrokenContract;
import io.belfry.transport.Health;
import io.belfry.transport.Transport;

/** Says that it is UP although its tether is torn. */
@Breaks({"ca13", "li10"})
public final class OverlooksCuts extends BrokenContract {

  @Override
  protected TestBed testBed() {
    return new TetheredBed(new TetheredProvider() {
      @Override
      Transport spoke(Transport memory, Tether tether) {
        return new TetheredSpoke(memory, tether) {
          @Override
          public Health health() {
            return inner.health();
          }
        };
      }
    });
  }
}
