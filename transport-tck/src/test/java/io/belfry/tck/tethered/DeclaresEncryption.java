package io.belfry.tck.tethered;

import io.belfry.tck.TestBed;
import io.belfry.tck.broken.Breaks;
import io.belfry.tck.broken.BrokenContract;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Capability;
import io.belfry.transport.Transport;

/** Says that it encrypts, and does not. */
@Breaks("ca11")
public final class DeclaresEncryption extends BrokenContract {

  @Override
  protected TestBed testBed() {
    return new TetheredBed(new TetheredProvider() {
      @Override
      Transport spoke(Transport memory, Tether tether) {
        return new TetheredSpoke(memory, tether) {
          @Override
          public Capabilities capabilities() {
            return Declaring.more(super.capabilities(), Capability.ENCRYPTION);
          }
        };
      }
    });
  }
}
