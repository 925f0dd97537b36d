package io.belfry.launcher;

import io.belfry.launcher.profile.Profiles;
import io.belfry.service.protocol.Operations;
import io.belfry.settings.Settings;
import io.belfry.transport.TransportProvider;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Reads what most commands need next while the command line is still being understood, on another
 * processor. Nothing depends on it; it only makes the answer come sooner.
 */
final class Ahead implements Runnable {

  private Ahead() {}

  static void begin() {
    Thread thread = new Thread(new Ahead(), "belfry-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try {
      Class.forName(Operations.class.getName());
      Profiles.load("zeromq", Map.of(), List.of(), List.of());
      for (TransportProvider each : ServiceLoader.load(TransportProvider.class)) {
        each.isConfined(Settings.of(each.name(), each.settings(), Map.of()));
      }
      new SecureRandom().nextLong();
    } catch (Exception | LinkageError e) {
      // Whoever needs it meets the same, and tells it.
    }
  }
}
