package io.belfry.tck.broken;

import io.belfry.transport.Capabilities;
import io.belfry.transport.Transport;

/** Takes a little more than the limit that it declares. */
@Breaks("ms02")
final class AcceptsTooMuch extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public Capabilities capabilities() {
        Capabilities more = inner.capabilities();
        return new Capabilities(
            more.features(), more.publishLevel(), more.pushLevel(), more.maxPayload() - 1);
      }
    };
  }
}
