package io.belfry.transport.zeromq;

import io.belfry.transport.Counters;
import io.belfry.transport.Overflow;
import io.belfry.transport.delivery.Inbox;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The way of a subscription's messages to its handler: straight on the reading thread, as long as
 * the handler keeps up with that, and nothing waits that has come together. From the first time
 * that it is still busy when the next message comes, it has a queue and a thread of its own.
 *
 * @param <T> what the handler takes
 */
final class Lane<T> {

  private static final Logger LOG = System.getLogger(Lane.class.getName());
  private static final long PAUSE_NANOS = 50_000;

  private final String name;
  private final Reader reader;
  private final int bound;
  private final Overflow overflow;
  private final Duration closeTimeout;
  private final Inbox.Action<T> action;

  /** The thread that runs the handler for the reader, while it does. */
  private final AtomicReference<@Nullable Thread> runner = new AtomicReference<>();

  /** Written by one thread at a time, so none of these needs to be added to atomically. */
  private final AtomicLong received = new AtomicLong();

  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong filtered = new AtomicLong();
  private volatile @Nullable Inbox<T> inbox;

  /** Whether nothing goes straight any more. */
  private volatile boolean isApart;

  private volatile boolean closed;

  Lane(
      String name,
      Reader reader,
      int bound,
      Overflow overflow,
      Duration closeTimeout,
      Inbox.Action<T> action) {
    this.name = name;
    this.reader = reader;
    this.bound = bound;
    this.overflow = overflow;
    this.closeTimeout = closeTimeout;
    this.action = action;
  }

  /** Takes an item from the reading thread; false if there is no room for it. */
  boolean deliver(T item) {
    if (!isApart && runner.getAcquire() != null) {
      isApart = true;
    }
    return isApart ? onOwnThread().offer(item) : deliverHere(item);
  }

  /** Takes an item from any thread; false if there is no room for it. */
  boolean queue(T item) {
    return onOwnThread().offer(item);
  }

  /** Takes items that have come together from any thread. */
  void queueAll(List<T> items) {
    if (!items.isEmpty()) {
      onOwnThread().offerAll(items);
    }
  }

  void countFiltered() {
    filtered.setRelease(filtered.getPlain() + 1);
  }

  /** Whether the caller is the handler itself. */
  boolean isOwnThread() {
    Inbox<T> own = inbox;
    return runner.get() == Thread.currentThread() || (own != null && own.isOwnThread());
  }

  Counters counters() {
    Inbox<T> own = inbox;
    Counters queued = own == null ? new Counters(0, 0, 0, 0) : own.counters();
    return new Counters(
        received.get() + queued.received(),
        failed.get() + queued.failed(),
        queued.dropped(),
        filtered.get());
  }

  /** Ends the lane and waits for a call that is running, unless it is the caller's own. */
  List<T> close() {
    closed = true;
    awaitRunner(closeTimeout.toNanos());
    Inbox<T> own = inbox;
    return own == null ? List.of() : own.drainAndClose();
  }

  /**
   * Entering the call is a fence: either the call sees that the lane is closed, or close() it; and
   * either it sees that something is queued, or nothing of that begins before it ends.
   */
  private boolean deliverHere(T item) {
    runner.setPlain(Thread.currentThread());
    long call = reader.enter();
    Inbox<T> own = inbox;
    boolean isTaken = true;
    if (own != null && own.held() > 0) {
      isTaken = own.offer(item);
    } else if (!closed) {
      received.setRelease(received.getPlain() + 1);
      perform(item);
    }
    runner.setRelease(null);
    reader.exit(call);
    return isTaken;
  }

  private void perform(T item) {
    try {
      action.accept(item);
    } catch (Throwable e) {
      failed.setRelease(failed.getPlain() + 1);
      LOG.log(Level.WARNING, "The handler of " + name + " failed", e);
    }
  }

  private synchronized Inbox<T> onOwnThread() {
    Inbox<T> own = inbox;
    if (own == null) {
      own = new Inbox<>(name, bound, overflow, closeTimeout, action, this::mayBegin);
      inbox = own;
      if (closed) {
        own.close();
      }
    }
    return own;
  }

  /** The call that stalled comes before what is queued. */
  private boolean mayBegin() {
    return runner.getAcquire() == null || closed;
  }

  private void awaitRunner(long nanos) {
    long since = System.nanoTime();
    for (Thread running = runner.get();
        running != null && running != Thread.currentThread() && System.nanoTime() - since < nanos;
        running = runner.get()) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
