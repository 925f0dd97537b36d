package io.belfry.packing;

import io.belfry.tck.TestBed;
import io.belfry.tck.inproc.InprocProvider;
import io.belfry.transport.Side;
import io.belfry.transport.TransportProvider;
import java.util.Map;
import java.util.UUID;

/** A place in memory. */
final class MemoryBed implements TestBed {

  private final String place = "packing" + UUID.randomUUID();

  @Override
  public TransportProvider provider() {
    return new InprocProvider();
  }

  @Override
  public Map<String, String> settings(Side side) {
    return Map.of("place", place, "max-payload", "256KiB", "close-timeout", "200ms");
  }

  @Override
  public void close() {}
}
