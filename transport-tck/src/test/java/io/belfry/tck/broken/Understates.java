package io.belfry.tck.broken;

import io.belfry.transport.Capabilities;
import io.belfry.transport.Transport;
import java.util.Set;

/** Declares nothing, and does it all the same. */
@Breaks({"ca02", "ca04", "ca06", "ca07", "ca08", "ca09", "ca10"})
final class Understates extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public Capabilities capabilities() {
        Capabilities honest = inner.capabilities();
        return new Capabilities(
            Set.of(), honest.publishLevel(), honest.pushLevel(), honest.maxPayload());
      }
    };
  }
}
