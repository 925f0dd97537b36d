package io.belfry.tck.broken;

import io.belfry.tck.InprocBed;
import io.belfry.tck.TestBed;

/** Waits on close for as long as a handler takes. */
@Breaks("li03")
final class WaitsForHandlersForEver extends BrokenContract {

  @Override
  protected TestBed testBed() {
    return new InprocBed(provider(), "all", "1h");
  }
}
