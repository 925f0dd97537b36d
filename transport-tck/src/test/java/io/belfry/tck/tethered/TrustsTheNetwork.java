package io.belfry.tck.tethered;

import io.belfry.tck.TestBed;
import io.belfry.tck.broken.Breaks;
import io.belfry.tck.broken.BrokenContract;

/** Waits for the hub for as long as it takes. */
@Breaks({"li02", "li10", "li11"})
public final class TrustsTheNetwork extends BrokenContract {

  @Override
  protected TestBed testBed() {
    return new TetheredBed(new TetheredProvider() {
      @Override
      int timeoutMillis() {
        return 0;
      }
    });
  }
}
