package io.belfry.launcher.laboratory;

import io.belfry.compare.venue.Middle;
import io.belfry.compare.venue.Usage;
import io.belfry.compare.venue.Wiring;
import java.util.Optional;

/**
 * A process in the middle.
 *
 * @param wiring the way through it
 * @param process the broker or hub
 * @param isLent whether it is the venue's, and so goes on when this is closed
 */
record ProcessMiddle(Wiring wiring, Phoenix process, boolean isLent) implements Middle {

  @Override
  public void kill() {
    process.kill();
  }

  @Override
  public void revive() {
    process.revive();
  }

  @Override
  public Optional<Usage> usage() {
    return process.usage();
  }

  @Override
  public void close() {
    if (isLent) {
      Rising.tryTo(process::revive);
    } else {
      process.close();
    }
  }
}
