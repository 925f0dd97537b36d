package io.belfry.transport.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that looks after what may get stuck, every now and then while there is something to look
 * after. Safe for any thread.
 */
public final class Watch implements AutoCloseable {

  /** What is looked after. */
  @FunctionalInterface
  public interface Watched {
    /**
     * Looks whether it moves, and does something about it if it does not. Quick.
     *
     * @return whether to look again
     */
    boolean look();
  }

  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(20);

  private final List<Watched> watched = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean isAsleep;
  private volatile boolean closed;

  /**
   * Starts a watch.
   *
   * @param name what its thread is called
   */
  public Watch(String name) {
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Looks after something from now on.
   *
   * @param one what to look after
   */
  public void add(Watched one) {
    watched.add(one);
    wake();
  }

  /**
   * Looks after something no more.
   *
   * @param one what was looked after
   */
  public void remove(Watched one) {
    watched.remove(one);
  }

  /** There is something to look after. */
  public void wake() {
    if (isAsleep) {
      LockSupport.unpark(thread);
    }
  }

  /** Ends the thread. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  private void run() {
    while (!closed) {
      if (look() || !hasSlept()) {
        pause();
      }
    }
  }

  private boolean look() {
    boolean again = false;
    for (Watched one : watched) {
      again |= one.look();
    }
    return again;
  }

  /**
   * Between two looks that find something; never for less, or else whatever takes a moment would
   * seem to be stuck. Who was woken twice must not take the second time for the end of this.
   */
  private void pause() {
    long end = System.nanoTime() + INTERVAL;
    for (long left = INTERVAL; left > 0 && !closed; left = end - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
  }

  /**
   * Sleeps unless there is something to look after. Whoever begins something sets that first and
   * looks at the flag then; here it is the reverse.
   */
  private boolean hasSlept() {
    isAsleep = true;
    boolean isQuiet = !look();
    if (isQuiet && !closed) {
      LockSupport.park(this);
    }
    isAsleep = false;
    return isQuiet;
  }
}
