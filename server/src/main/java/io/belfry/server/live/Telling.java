package io.belfry.server.live;

import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Listener;
import io.belfry.service.Snapshot;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Tells a listener, whose failures are its own, until it is over. */
final class Telling {

  private static final Logger LOG = System.getLogger(Telling.class.getName());

  private final Listener listener;
  private volatile boolean isOver;

  private interface Call {
    void run() throws Exception;
  }

  Telling(Listener listener) {
    this.listener = listener;
  }

  /** From now on nothing is told. */
  void end() {
    isOver = true;
  }

  boolean isOver() {
    return isOver;
  }

  /** Returns whether it was told; a listener that failed has been told. */
  boolean event(Event event) {
    return tell(() -> listener.onEvent(event));
  }

  boolean snapshot(Snapshot snapshot) {
    return tell(() -> listener.onSnapshot(snapshot));
  }

  boolean gap(Gap gap) {
    return tell(() -> listener.onGap(gap));
  }

  private boolean tell(Call call) {
    if (isOver) {
      return false;
    }
    try {
      call.run();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "A listener failed", e);
    }
    return true;
  }
}
