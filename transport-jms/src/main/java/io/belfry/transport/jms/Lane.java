package io.belfry.transport.jms;

import io.belfry.transport.Counters;
import io.belfry.transport.Overflow;
import io.belfry.transport.delivery.Inbox;
import io.belfry.transport.delivery.Watch;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way of a subscription's messages to its handler: straight on the thread that reads, which
 * spares a hand-over, as long as the handler keeps up with that. From the first time that it does
 * not return soon, or hardly ever rests, it has a bounded queue and a thread of its own. What comes
 * together waits there, too, and what comes meanwhile.
 *
 * @param <T> what the handler takes
 */
final class Lane<T> implements AutoCloseable, Watch.Watched {

  private static final Logger LOG = System.getLogger(Lane.class.getName());
  private static final long PAUSE_NANOS = 50_000;

  /** So often in a row the watch finds only a handler at work that can't keep up. */
  private static final int MOST_BUSY_LOOKS = 10;

  private static final long NOTHING = -1;

  /**
   * What a lane is made of.
   *
   * @param name the name of the handler's thread, if it comes to have one
   * @param bound how many items may wait
   * @param overflow what is dropped at the bound
   * @param closeTimeout how long closing waits for the handler
   */
  record Plan(String name, int bound, Overflow overflow, Duration closeTimeout) {}

  private final Plan plan;
  private final Watch watch;
  private final Inbox.Action<T> action;
  private final Consumer<Thread> readOn;

  /** The reading thread while it runs the handler, unless reading was taken from it. */
  private final AtomicReference<@Nullable Thread> runner = new AtomicReference<>();

  /** The thread that runs the handler, and from which reading was taken. */
  private volatile @Nullable Thread stalled;

  private final AtomicLong received = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong filtered = new AtomicLong();
  private volatile @Nullable Inbox<T> inbox;

  /** Whether nothing goes straight any more. */
  private volatile boolean isApart;

  private volatile boolean closed;

  /** Counted before the runner is set, so that who sees a runner sees the number of its call. */
  private final AtomicLong calls = new AtomicLong();

  /** What the watch saw when it last looked: how many calls, and which was running. */
  private long callsBefore;

  private long busyWith = NOTHING;
  private int busyLooks;

  /**
   * Makes a lane.
   *
   * @param readOn has another thread read on, in the place of this one, which is in the handler
   */
  Lane(Plan plan, Watch watch, Inbox.Action<T> action, Consumer<Thread> readOn) {
    this.plan = plan;
    this.watch = watch;
    this.action = action;
    this.readOn = readOn;
    watch.add(this);
  }

  /**
   * Takes an item from the thread that reads.
   *
   * @return false if the caller must not read any more, since another thread does
   */
  boolean deliver(T item) {
    calls.incrementAndGet();
    if (!isApart && !runner.compareAndSet(null, Thread.currentThread())) {
      isApart = true; // On a new connection, while the handler has a message of the one before.
    }
    if (isApart) {
      own().offer(item);
      return true;
    }
    watch.wake();
    if (isAtWorkElsewhere()) {
      own().offer(item);
    } else if (!closed) {
      received.setRelease(received.getPlain() + 1);
      perform(item);
    }
    return leave();
  }

  /** Takes items that have come together from the thread that reads. */
  void queueAll(List<T> items) {
    if (!items.isEmpty()) {
      own().offerAll(items);
    }
  }

  void countFiltered() {
    filtered.incrementAndGet();
  }

  boolean isOwnThread() {
    Thread caller = Thread.currentThread();
    Inbox<T> own = inbox;
    return runner.get() == caller || stalled == caller || (own != null && own.isOwnThread());
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

  /** On the watch: takes reading from a thread that does not get back to it. */
  @Override
  public boolean look() {
    if (isApart) {
      return false;
    }
    Thread busy = runner.get();
    long call = calls.get();
    boolean isStuck = busy != null && call == busyWith;
    busyLooks = busy == null ? 0 : busyLooks + 1;
    if (isStuck || busyLooks >= MOST_BUSY_LOOKS) {
      divert(Objects.requireNonNull(busy));
    }
    boolean hasMoved = call != callsBefore;
    callsBefore = call;
    busyWith = busy == null ? NOTHING : call;
    return busy != null || hasMoved;
  }

  /** Sees to it that the handler is not called again, and waits for a call that is running. */
  @Override
  public void close() {
    closed = true;
    watch.remove(this);
    Deadline deadline = Deadline.in(plan.closeTimeout());
    while (isAtWork() && !isOwnThread() && !deadline.isPast()) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    Inbox<T> own = inbox;
    if (own != null) {
      own.close();
    }
  }

  private void perform(T item) {
    try {
      action.accept(item);
    } catch (Throwable e) { // An Error, too, must not end the thread: nobody would read.
      failed.incrementAndGet();
      LOG.log(Level.WARNING, "The handler of " + plan.name() + " failed", e);
    } finally {
      Thread.interrupted(); // What one call leaves behind must not trouble the next.
    }
  }

  /** Ends a call; false if reading was taken from this thread meanwhile. */
  private boolean leave() {
    if (runner.compareAndSet(Thread.currentThread(), null)) {
      return true;
    }
    endStall();
    return false;
  }

  /** Not before it is decided who reads on. */
  private synchronized void endStall() {
    stalled = null;
  }

  /** Either this finds the call still running, and it learns of it, or the call has ended. */
  private synchronized void divert(Thread busy) {
    stalled = busy;
    if (!runner.compareAndSet(busy, null)) {
      stalled = null;
      return;
    }
    isApart = true;
    readOn.accept(busy);
  }

  private Inbox<T> own() {
    Inbox<T> own = inbox;
    return own != null ? own : makeOwn();
  }

  private synchronized Inbox<T> makeOwn() {
    Inbox<T> own = inbox;
    if (own == null) {
      own = new Inbox<>(
          plan.name(),
          plan.bound(),
          plan.overflow(),
          plan.closeTimeout(),
          action,
          () -> !isAtWork() || closed);
      inbox = own;
      if (closed) {
        own.close();
      }
    }
    return own;
  }

  /** Asked by the runner: so nothing can begin elsewhere before it leaves. */
  private boolean isAtWorkElsewhere() {
    Inbox<T> own = inbox;
    return stalled != null || (own != null && own.held() > 0);
  }

  /** Whether a call runs on a thread that reads, or did; it comes before what is queued. */
  private boolean isAtWork() {
    return runner.get() != null || stalled != null;
  }
}
