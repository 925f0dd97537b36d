package io.belfry.launcher.command;

import io.belfry.launcher.logging.Logging;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.LoggingSettings;
import io.belfry.launcher.settings.Tree;
import io.belfry.settings.Settings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;

/** Something that goes on until the process is asked to end. */
final class Running {

  private static final Logger LOG = System.getLogger(Running.class.getName());

  private Running() {}

  /** Has it logged as the profile says; to be called before anything is opened. */
  static void log(Profile profile, Plugins plugins) {
    Settings settings = profile.settings(LoggingSettings.SECTION);
    Logging.begin(
        LoggingSettings.form(settings),
        LoggingSettings.level(settings),
        Tree.secrets(profile, plugins));
  }

  /** Waits for Ctrl-C or SIGTERM, and closes what runs before the process ends. */
  static void untilTheEnd(AutoCloseable running) throws InterruptedException {
    Logging.hearLibraries();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(running), "belfry-end"));
    new CountDownLatch(1).await();
  }

  private static void close(AutoCloseable running) {
    LOG.log(Level.INFO, "Asked to end; what was begun is finished first.");
    Logging.quietLibraries();
    long start = System.nanoTime();
    try {
      running.close();
      LOG.log(Level.INFO, "Ended after {0} ms.", Long.toString(millisSince(start)));
    } catch (Exception e) {
      LOG.log(Level.WARNING, "Could not be ended in good order", e);
    }
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
