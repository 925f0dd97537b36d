package io.belfry.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened, the last one first, whatever happens on the way. */
final class Closing implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Closing.class.getName());

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T add(T one) {
    opened.push(one);
    return one;
  }

  @Override
  public void close() {
    for (AutoCloseable one = next(); one != null; one = next()) {
      try {
        one.close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        LOG.log(Level.WARNING, "Something could not be closed", e);
      }
    }
  }

  private synchronized AutoCloseable next() {
    return opened.poll();
  }
}
