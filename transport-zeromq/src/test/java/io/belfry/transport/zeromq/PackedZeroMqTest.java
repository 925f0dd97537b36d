package io.belfry.transport.zeromq;

import io.belfry.packing.PackingProvider;
import io.belfry.tck.TestBed;
import io.belfry.tck.TransportContract;
import io.belfry.tck.WrappedBed;
import java.util.Map;

/** The contract over TCP, with packing. */
class PackedZeroMqTest extends TransportContract {

  @Override
  protected TestBed testBed() {
    return new WrappedBed(new ZeroMqBed(), PackingProvider::over, Map.of("packing", "on"));
  }
}
