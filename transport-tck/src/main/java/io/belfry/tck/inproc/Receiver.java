package io.belfry.tck.inproc;

import io.belfry.transport.Counters;

/** What stands behind a subscription: a subscriber, a server or a worker. */
interface Receiver {

  /** Begins to receive. */
  void enter();

  /**
   * Gives back what was not begun, and waits for the handler if it is running, at most for the
   * close time-out. A second call does nothing.
   */
  void leave();

  Counters counters();
}
