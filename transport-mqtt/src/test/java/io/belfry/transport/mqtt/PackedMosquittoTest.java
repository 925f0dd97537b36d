package io.belfry.transport.mqtt;

import io.belfry.packing.PackingProvider;
import io.belfry.tck.TestBed;
import io.belfry.tck.WrappedBed;
import java.util.Map;

/** The contract with Mosquitto, with packing. */
class PackedMosquittoTest extends MosquittoTest {

  @Override
  protected TestBed testBed() throws Exception {
    return new WrappedBed(super.testBed(), PackingProvider::over, Map.of("packing", "on"));
  }
}
