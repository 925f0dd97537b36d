package io.belfry.tck.broken;

import io.belfry.settings.Settings;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportProvider;

/** Opens a spoke where there is no hub, and hopes for the best. */
@Breaks("li02")
final class OpensWithoutAHub extends BrokenContract {

  @Override
  protected TransportProvider provider() {
    return new AlteredProvider(this::broken) {
      @Override
      public Transport open(Settings settings, Side side) {
        try {
          return super.open(settings, side);
        } catch (TransportException e) {
          return super.open(settings, Side.HUB);
        }
      }
    };
  }
}
