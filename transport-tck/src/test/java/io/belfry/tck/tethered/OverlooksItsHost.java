package io.belfry.tck.tethered;

import io.belfry.settings.Settings;
import io.belfry.tck.TestBed;
import io.belfry.tck.broken.Breaks;
import io.belfry.tck.broken.BrokenContract;

/** Says that only this machine can take part, wherever the hub is. */
@Breaks("se05")
public final class OverlooksItsHost extends BrokenContract {

  @Override
  protected TestBed testBed() {
    return new TetheredBed(new TetheredProvider() {
      @Override
      public boolean isConfined(Settings settings) {
        return true;
      }
    });
  }
}
