package io.belfry.compare.run;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Closes what a trial has opened: a failure of that is no reason to lose its figures. */
final class Closing {

  private static final Logger LOG = System.getLogger(Closing.class.getName());

  private Closing() {}

  static void quietly(AutoCloseable one) {
    try {
      one.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.log(Level.DEBUG, "Something could not be closed.", e);
    }
  }
}
