package io.belfry.packing;

import io.belfry.tck.TestBed;
import io.belfry.tck.TransportContract;
import io.belfry.tck.WrappedBed;
import java.util.Map;

/** The contract over a wire in memory, with packing off, which leaves everything as it is. */
class ReadingInprocTest extends TransportContract {

  @Override
  protected TestBed testBed() {
    return new WrappedBed(new MemoryBed(), PackingProvider::over, Map.of());
  }
}
