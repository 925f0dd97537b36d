package io.belfry.tck.tethered;

import io.belfry.tck.TestBed;
import io.belfry.tck.TransportContract;

/** A transport with a wire, plain and never repaired. */
class TetheredTest extends TransportContract {

  @Override
  protected TestBed testBed() {
    return new TetheredBed(new TetheredProvider());
  }
}
