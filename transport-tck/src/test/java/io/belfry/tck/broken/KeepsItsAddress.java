package io.belfry.tck.broken;

import io.belfry.settings.Settings;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.TransportProvider;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Can not be opened a second time where it was open before. */
@Breaks("li08")
final class KeepsItsAddress extends BrokenContract {

  @Override
  protected TransportProvider provider() {
    return new AlteredProvider(this::broken) {
      private final Set<String> used = ConcurrentHashMap.newKeySet();

      @Override
      public Transport open(Settings settings, Side side) {
        if (side == Side.HUB && !used.add(settings.shown().get("place"))) {
          throw new TransportException(Category.CONFIGURATION, "The address is taken.");
        }
        return super.open(settings, side);
      }
    };
  }
}
