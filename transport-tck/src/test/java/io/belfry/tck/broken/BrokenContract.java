package io.belfry.tck.broken;

import io.belfry.tck.InprocBed;
import io.belfry.tck.TestBed;
import io.belfry.tck.TransportContract;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportProvider;
import java.time.Duration;

/** The contract, run on an in-process transport with one fault. */
public abstract class BrokenContract extends TransportContract {

  /** Puts the fault into a transport. */
  protected Transport broken(Transport healthy) {
    return healthy;
  }

  /** Where a transport that {@link #broken} alters comes from; a fault may be there, too. */
  protected TransportProvider provider() {
    return new AlteredProvider(this::broken);
  }

  @Override
  protected TestBed testBed() {
    return new InprocBed(provider(), "all", "200ms");
  }

  /** What never happens need not be waited for long. */
  @Override
  protected Duration patience() {
    return Duration.ofSeconds(1);
  }
}
