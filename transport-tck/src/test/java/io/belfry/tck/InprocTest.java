package io.belfry.tck;

/** A transport that declares whatever can be declared in memory. */
class InprocTest extends TransportContract {

  @Override
  protected TestBed testBed() {
    return InprocBed.withAllFeatures();
  }
}
