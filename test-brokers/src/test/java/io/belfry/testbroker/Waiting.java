package io.belfry.testbroker;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** Waiting for what must happen, with an end. */
final class Waiting {

  /** Long, since it costs nothing where things work. */
  static final Duration LONG = Duration.ofSeconds(20);

  private static final Duration POLL = Duration.ofMillis(5);

  private Waiting() {}

  /** Waits until something holds; {@code what} completes "it never happened that". */
  static void until(String what, BooleanSupplier holds) {
    Awaitility.await("it never happened that " + what)
        .pollInSameThread()
        .atMost(LONG)
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .until(holds::getAsBoolean);
  }
}
