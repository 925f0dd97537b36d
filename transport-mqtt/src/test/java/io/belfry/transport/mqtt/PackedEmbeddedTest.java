package io.belfry.transport.mqtt;

import io.belfry.packing.PackingProvider;
import io.belfry.tck.TestBed;
import io.belfry.tck.WrappedBed;
import java.util.Map;

/** The contract with the embedded broker, with packing. */
class PackedEmbeddedTest extends EmbeddedTest {

  @Override
  protected TestBed testBed() throws Exception {
    return new WrappedBed(super.testBed(), PackingProvider::over, Map.of("packing", "on"));
  }
}
