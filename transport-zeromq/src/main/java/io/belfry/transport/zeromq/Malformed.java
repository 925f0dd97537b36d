package io.belfry.transport.zeromq;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Says that something came that can't be read. It is dropped; whoever sent it is at fault. */
final class Malformed {

  private static final Logger LOG = System.getLogger("io.belfry.transport.zeromq");

  private Malformed() {}

  static void report(String what, IllegalArgumentException fault) {
    LOG.log(Level.DEBUG, () -> "Dropped " + what + ": " + fault.getMessage());
  }
}
