package io.belfry.tck.broken;

import io.belfry.tck.InprocBed;
import io.belfry.tck.TestBed;
import io.belfry.transport.Acknowledgement;
import io.belfry.transport.Capabilities;
import io.belfry.transport.Capability;
import io.belfry.transport.Transport;
import java.util.EnumSet;

/** Declares everything, and refuses or ignores it. */
@Breaks({
  "ca01", "ca02", "ca03", "ca04", "ca06", "ca07", "ca08", "ca09", "ca10", "ca11", "ca12", "ca13",
  "ca15", "li09"
})
final class Boasts extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public Capabilities capabilities() {
        Capabilities honest = inner.capabilities();
        return new Capabilities(
            EnumSet.allOf(Capability.class),
            Acknowledgement.PERSISTED,
            Acknowledgement.PERSISTED,
            honest.maxPayload());
      }
    };
  }

  @Override
  protected TestBed testBed() {
    return new InprocBed(provider(), "none", "200ms");
  }
}
