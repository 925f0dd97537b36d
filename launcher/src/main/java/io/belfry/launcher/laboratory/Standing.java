package io.belfry.launcher.laboratory;

import io.belfry.compare.venue.Middle;
import io.belfry.compare.venue.Venue.Missing;
import io.belfry.compare.venue.Wiring;
import java.util.Optional;

/** What stands in the middle of a target, if anything does. */
interface Standing {

  /** The wiring for one trial. */
  Wiring wiring();

  /** What does nothing else than to stand there, and can be measured. */
  Optional<Middle> middle();

  /**
   * What can be killed.
   *
   * @throws Missing if that is not ours to do
   */
  Middle mortal();
}
