package io.belfry.launcher.start;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened, to be closed the other way round. */
public final class Lifetime implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Lifetime.class.getName());

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  /**
   * Remembers something that is to be closed before all that was opened up to now.
   *
   * @param thing what was opened
   * @param <T> its type
   * @return the same
   */
  public synchronized <T extends AutoCloseable> T keep(T thing) {
    opened.push(thing);
    return thing;
  }

  /** Closes all. What can't be closed is told in the log, and the rest closed all the same. */
  @Override
  public synchronized void close() {
    while (!opened.isEmpty()) {
      AutoCloseable thing = opened.pop();
      try {
        thing.close();
      } catch (Exception e) { // The others are to be closed all the same.
        LOG.log(Level.WARNING, "Could not be closed in good order: " + thing, e);
      }
    }
  }
}
