package io.belfry.launcher.laboratory;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The end of a trial for a broker that others need: whoever comes next finds it as it was. */
final class Rising {

  private static final Logger LOG = System.getLogger(Rising.class.getName());

  private Rising() {}

  /** Has it run again. If it does not, this trial is over all the same, and the next one fails. */
  static void tryTo(Runnable revive) {
    try {
      revive.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The broker does not run any more.", e);
    }
  }
}
