package io.belfry.tck;

import io.belfry.tck.inproc.InprocProvider;
import io.belfry.transport.Side;
import io.belfry.transport.TransportProvider;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A place of its own for each test. */
public final class InprocBed implements TestBed {

  private static final AtomicInteger BEDS = new AtomicInteger();

  private final TransportProvider provider;
  private final Map<String, String> settings;

  public InprocBed(TransportProvider provider, String features, String closeTimeout) {
    this.provider = provider;
    this.settings = Map.of(
        "place",
        "bed" + BEDS.incrementAndGet(),
        "features",
        features,
        "max-payload",
        "256KiB",
        "close-timeout",
        closeTimeout);
  }

  static InprocBed withAllFeatures() {
    return new InprocBed(new InprocProvider(), "all", "200ms");
  }

  static InprocBed withNoFeatures() {
    return new InprocBed(new InprocProvider(), "none", "200ms");
  }

  @Override
  public TransportProvider provider() {
    return provider;
  }

  @Override
  public Map<String, String> settings(Side side) {
    return settings;
  }

  @Override
  public void close() {}
}
