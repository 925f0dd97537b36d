package io.belfry.server.delivery;

import io.belfry.transport.delivery.Backoff;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Whether anything can be delivered at all. When not, everything waits, longer each time; then one
 * notice alone finds out. Written by one thread.
 */
final class Weather {

  private static final Logger LOG = System.getLogger(Weather.class.getName());

  private static final Backoff PAUSES = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(30));

  private volatile String trouble = "";
  private int storms;
  private long until;

  /** One sentence; empty if all is well. */
  String trouble() {
    return trouble;
  }

  /** Until when everything waits. */
  long until() {
    return until;
  }

  /** How many notices may be under way. */
  int room(int usual, long now) {
    if (now < until) {
      return 0;
    }
    return storms > 0 ? 1 : usual;
  }

  void isFoul(String reason, long now) {
    if (!reason.equals(trouble)) {
      LOG.log(Level.WARNING, "Nothing can be delivered now: {0}", reason);
    }
    trouble = reason;
    if (until <= now) { // Others that were under way tell of the same.
      storms++;
      until = now + PAUSES.after(storms).toMillis();
    }
  }

  void isFair() {
    if (!trouble.isEmpty()) {
      LOG.log(Level.INFO, "Mails can be delivered again.");
      trouble = "";
    }
    storms = 0;
  }
}
