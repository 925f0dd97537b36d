package io.belfry.transport.delivery;

import io.belfry.transport.Counters;
import io.belfry.transport.Overflow;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * A bounded queue and the one thread that takes from it: what keeps a slow handler from stalling
 * anybody else. Counts all that passes. Safe for any thread.
 *
 * @param <T> what is queued
 */
public final class Inbox<T> implements AutoCloseable {

  /**
   * What is done with each item.
   *
   * @param <T> what is queued
   */
  @FunctionalInterface
  public interface Action<T> {
    /**
     * Does it, on the inbox's thread.
     *
     * @param item what was queued
     * @throws Exception whatever goes wrong; it is counted and logged
     */
    void accept(T item) throws Exception;
  }

  private static final Logger LOG = System.getLogger(Inbox.class.getName());

  private static final long PAUSE_NANOS = 50_000;

  private final int bound;
  private final Overflow overflow;
  private final Action<T> action;
  private final Duration closeTimeout;
  private final BooleanSupplier mayBegin;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Condition idle = lock.newCondition();
  private final ArrayDeque<T> queue = new ArrayDeque<>();

  /** One item, or none; only the inbox's thread puts it there and takes it away. */
  private final ArrayDeque<T> atWork = new ArrayDeque<>(1);

  private boolean closed;

  /** Whether what was at work last has failed; of the inbox's thread. */
  private boolean hasFailed;

  private long received;
  private long failed;
  private long dropped;
  private long filtered;

  /**
   * Makes an inbox and starts its thread.
   *
   * @param name the thread's name
   * @param bound how many items may wait, at least 1
   * @param overflow what is dropped at the bound
   * @param closeTimeout how long {@link #close} waits for the action that is running
   * @param action what is done with each item
   */
  public Inbox(String name, int bound, Overflow overflow, Duration closeTimeout, Action<T> action) {
    this(name, bound, overflow, closeTimeout, action, () -> true);
  }

  /**
   * Makes an inbox and starts its thread, which takes nothing while something else is at work in
   * its place.
   *
   * @param name the thread's name
   * @param bound how many items may wait, at least 1
   * @param overflow what is dropped at the bound
   * @param closeTimeout how long {@link #close} waits for the action that is running
   * @param action what is done with each item
   * @param mayBegin whether the next item may be taken, asked when there is one, and again a moment
   *     later if not; quick
   */
  public Inbox(
      String name,
      int bound,
      Overflow overflow,
      Duration closeTimeout,
      Action<T> action,
      BooleanSupplier mayBegin) {
    this.bound = bound;
    this.overflow = overflow;
    this.action = action;
    this.closeTimeout = closeTimeout;
    this.mayBegin = mayBegin;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Queues an item. Never blocks.
   *
   * @param item the item
   * @return whether it was taken: false if the inbox is closed, or full and drops the newest
   */
  public boolean offer(T item) {
    lock.lock();
    try {
      if (closed || !add(item)) {
        return false;
      }
      filled.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Queues items that have come together. Never blocks.
   *
   * @param items the items, in order; each counts by itself at the bound
   */
  public void offerAll(List<T> items) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      for (T item : items) {
        add(item);
      }
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * How many items are here.
   *
   * @return those that wait and the one that is at work
   */
  public int held() {
    lock.lock();
    try {
      return queue.size() + atWork.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes out items that wait, for somebody else to see to them.
   *
   * @param kept how many may stay, the one at work included; those that have waited longest stay
   * @param most how many are taken out at most
   * @return what was taken out, in order
   */
  public List<T> takeBeyond(int kept, int most) {
    lock.lock();
    try {
      int surplus = queue.size() + atWork.size() - kept;
      Deque<T> taken = new ArrayDeque<>();
      while (taken.size() < Math.min(surplus, most) && !queue.isEmpty()) {
        taken.addFirst(queue.removeLast());
      }
      return List.copyOf(taken);
    } finally {
      lock.unlock();
    }
  }

  /** Counts a message that the wire brought and the filter did not want. */
  public void countFiltered() {
    lock.lock();
    try {
      filtered++;
    } finally {
      lock.unlock();
    }
  }

  /**
   * What has happened so far.
   *
   * @return the counters
   */
  public Counters counters() {
    lock.lock();
    try {
      return new Counters(received, failed, dropped, filtered);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whether the caller is the action itself.
   *
   * @return true on the inbox's thread
   */
  public boolean isOwnThread() {
    return Thread.currentThread() == thread;
  }

  /** Ends the thread and discards what waits; see {@link #drainAndClose}. */
  @Override
  public void close() {
    drainAndClose();
  }

  /**
   * Takes nothing more, waits for the action that is running (unless that is what calls), and ends
   * the thread. A second call finds nothing.
   *
   * @return what was queued and not begun, in order
   */
  public List<T> drainAndClose() {
    lock.lock();
    try {
      closed = true;
      filled.signalAll();
      List<T> rest = new ArrayList<>(queue);
      queue.clear();
      awaitIdle();
      return rest;
    } finally {
      lock.unlock();
    }
  }

  private boolean add(T item) {
    if (queue.size() >= bound) {
      dropped++;
      if (overflow == Overflow.DROP_NEWEST) {
        return false;
      }
      queue.removeFirst();
    }
    queue.addLast(item);
    return true;
  }

  private void awaitIdle() {
    if (isOwnThread()) {
      return;
    }
    long left = closeTimeout.toNanos();
    boolean interrupted = false;
    while (!atWork.isEmpty() && left > 0) {
      try {
        left = idle.awaitNanos(left);
      } catch (InterruptedException e) {
        interrupted = true;
        left = Math.min(left, TimeUnit.MILLISECONDS.toNanos(1));
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (begin()) {
      hasFailed = !perform(atWork.getFirst());
    }
  }

  /** Ends what was at work, and waits for the next item; false when the inbox is closed. */
  private boolean begin() {
    lock.lock();
    try {
      endWork();
      awaitNext();
      if (closed) {
        return false;
      }
      atWork.addLast(queue.removeFirst());
      received++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void awaitNext() {
    while (!closed && (queue.isEmpty() || !mayBegin.getAsBoolean())) {
      try {
        if (queue.isEmpty()) {
          filled.await();
        } else {
          filled.awaitNanos(PAUSE_NANOS);
        }
      } catch (InterruptedException e) {
        LOG.log(Level.DEBUG, "Nobody who knows this thread should interrupt it", e);
      }
    }
  }

  private void endWork() {
    if (!atWork.isEmpty()) {
      atWork.clear();
      failed += hasFailed ? 1 : 0;
      idle.signalAll();
    }
  }

  private boolean perform(T item) {
    try {
      action.accept(item);
      return true;
    } catch (
        Throwable
            e) { // An Error, too, must not end the thread: the inbox would fill up in silence.
      LOG.log(Level.WARNING, "A handler on thread '" + thread.getName() + "' failed", e);
      return false;
    } finally {
      Thread.interrupted(); // What one action leaves behind must not trouble the next.
    }
  }
}
