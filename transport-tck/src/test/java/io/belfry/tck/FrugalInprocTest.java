package io.belfry.tck;

/** A transport that declares nothing, so that every refusal is seen. */
class FrugalInprocTest extends TransportContract {

  @Override
  protected TestBed testBed() {
    return InprocBed.withNoFeatures();
  }
}
