package io.belfry.launcher.command;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;

/** Something that goes on until the process is asked to end. */
final class Running {

  private static final Logger LOG = System.getLogger(Running.class.getName());

  private Running() {}

  /** Waits for Ctrl-C or SIGTERM, and closes what runs before the process ends. */
  static void untilTheEnd(AutoCloseable running) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(running), "belfry-end"));
    new CountDownLatch(1).await();
  }

  private static void close(AutoCloseable running) {
    try {
      running.close();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "Could not be ended in good order", e);
    }
  }
}
