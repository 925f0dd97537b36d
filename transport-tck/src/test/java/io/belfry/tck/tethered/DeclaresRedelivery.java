package io.belfry.tck.tethered;

import io.belfry.tck.TestBed;
import io.belfry.tck.broken.Breaks;
import io.belfry.tck.broken.BrokenContract;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Capability;
import io.belfry.transport.Transport;

/** Says that it delivers again what a lost worker held, and does not. */
@Breaks({"ca04", "ca05"})
public final class DeclaresRedelivery extends BrokenContract {

  @Override
  protected TestBed testBed() {
    return new TetheredBed(new TetheredProvider() {
      @Override
      Transport spoke(Transport memory, Tether tether) {
        return new TetheredSpoke(memory, tether) {
          @Override
          public Capabilities capabilities() {
            return Declaring.more(super.capabilities(), Capability.REDELIVERY);
          }
        };
      }
    });
  }
}
