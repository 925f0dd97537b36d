package io.belfry.tck.broken;

import io.belfry.settings.Settings;
import io.belfry.transport.TransportProvider;

/** Fears that others could take part, though it has no network. */
@Breaks("se05")
final class SuspectsItself extends BrokenContract {

  @Override
  protected TransportProvider provider() {
    return new AlteredProvider(this::broken) {
      @Override
      public boolean isConfined(Settings settings) {
        return false;
      }
    };
  }
}
