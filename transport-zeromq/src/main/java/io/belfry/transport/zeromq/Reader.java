package io.belfry.transport.zeromq;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongUnaryOperator;

/**
 * The thread that reads a transport's sockets and runs handlers itself, with no queue or other
 * thread between, since either costs more than most handlers do.
 *
 * <p>So that a handler may still take its time, a second thread, the watch, looks after it: when a
 * call stalls, the watch takes the baton from the thread that is stuck and gives it to another,
 * which goes on reading. The stuck thread finds the baton gone when its call returns, and ends.
 * Whatever is done after a call of somebody's code must therefore be safe beside the new holder.
 */
final class Reader {

  /** A socket to read, with what is done with each message. */
  interface Source {
    /** The socket. */
    WireSocket socket();

    /** Takes one message and handles it; false if there is none. */
    boolean readOne();

    /** Does what was put off while there was more to read. */
    default void rest() {}

    /**
     * Whether somebody waits for each message, so that it is worth giving way to its sender first:
     * a lone request took four times as long without, but work and events come slower with it.
     */
    default boolean isDialogue() {
      return false;
    }

    /** Whether input is to be left where it is for now. */
    default boolean isPaused() {
      return false;
    }
  }

  private static final Logger LOG = System.getLogger(Reader.class.getName());
  private static final int BURST = 64;
  private static final long WATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(25);
  private static final long SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final int STALLED_AFTER_LOOKS = 2;
  private static final int ASLEEP_AFTER_LOOKS = 40;
  private static final int MAX_STUCK = 256;
  private static final long NO_CALL = 0;

  private final String name;
  private final LongUnaryOperator tick;
  private final Signals signals;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Thread watch;

  /** Odd while a call is running, and another number for each call. */
  private final AtomicLong calls = new AtomicLong();

  private final AtomicLong stuck = new AtomicLong();
  private final AtomicLong nextTick = new AtomicLong(System.nanoTime());
  private List<Source> sources = List.of();

  /** Which source is read next: after a stall not the same again, whose calls might all stall. */
  private int turn;

  private volatile Baton holder;
  private volatile boolean watchSleeps;

  /**
   * A call was running when the watch looked: who reads then does first what may have become due.
   */
  private volatile boolean isHeldUp;

  private volatile boolean closed;

  /** A reading thread. One at a time has not lost the baton. */
  private final class Baton extends Thread {
    private boolean isInCall;
    private boolean isLost;

    Baton() {
      super(name);
      setDaemon(true);
    }

    @Override
    public void run() {
      while (!isLost && !closed) {
        try {
          readAll(this);
        } catch (RuntimeException e) {
          LOG.log(Level.WARNING, "A fault while reading; the next message is read all the same", e);
        }
      }
      if (isLost) {
        stuck.decrementAndGet();
      }
    }
  }

  /**
   * Makes a reader, which does not read yet.
   *
   * @param name the name of its threads
   * @param selector where it waits, for it alone
   * @param tick what is done now and then: is told for how many nanoseconds it is late, since
   *     somebody's code held up whoever read, and returns after how many to do it again. If it runs
   *     somebody's code itself, it does so last
   */
  Reader(String name, Selector selector, LongUnaryOperator tick) {
    this.name = name;
    this.signals = new Signals(selector);
    this.tick = tick;
    this.holder = new Baton();
    this.watch = new Thread(this::watch, name + "-watch");
    watch.setDaemon(true);
  }

  /** Begins to read. */
  void start(List<? extends Source> toRead) {
    sources = List.copyOf(toRead);
    signals.begin(sources);
    holder.start();
    watch.start();
  }

  /**
   * Runs a task on the reading thread, between two messages. If it runs somebody's code, it does so
   * last.
   */
  void execute(Runnable task) {
    tasks.add(task);
    signals.wakeUp();
  }

  /** Whether the caller is the thread that reads now. */
  boolean isReading() {
    return Thread.currentThread() == holder;
  }

  /** Makes sure that the tick comes at the given time or before. */
  void tickBy(long time) {
    if (nextTick.get() - time > 0) {
      nextTick.accumulateAndGet(time, Reader::earlier);
      if (!isReading()) {
        signals.wakeUp();
      }
    }
  }

  /**
   * To be called before somebody's code is run, on whatever thread; only a call on the reading
   * thread itself, and not within another, is watched.
   *
   * @return the number of the call, for {@link #exit}
   */
  long enter() {
    if (!(Thread.currentThread() instanceof Baton me) || me.isLost || me.isInCall) {
      return NO_CALL;
    }
    me.isInCall = true;
    long call = calls.getPlain() + 1;
    calls.set(call);
    if (watchSleeps) {
      LockSupport.unpark(watch);
    }
    return call;
  }

  /** Runs somebody's code, which may stall. */
  void call(Runnable action) {
    long call = enter();
    try {
      action.run();
    } finally {
      exit(call);
    }
  }

  /** To be called after it, with the number of the call. */
  void exit(long call) {
    if (call != NO_CALL && Thread.currentThread() instanceof Baton me) {
      me.isInCall = false;
      me.isLost = !calls.compareAndSet(call, call + 1);
    }
  }

  /** Ends the threads; waits for a call that is running, unless it is the caller's own. */
  void close(Duration limit) {
    closed = true;
    signals.wakeUp();
    LockSupport.unpark(watch);
    if (!(Thread.currentThread() instanceof Baton)) {
      join(holder, limit);
      join(watch, limit);
    }
  }

  private void readAll(Baton me) {
    boolean isIdle = true;
    for (int left = sources.size(); left > 0 && !isHeldUp; left--) {
      Source source = sources.get(turn);
      turn = (turn + 1) % sources.size();
      for (int i = 0; i < BURST && mayRead(source) && source.readOne(); i++) {
        isIdle = false;
        if (me.isLost) {
          return;
        }
      }
    }
    isHeldUp = false;
    tickIfDue();
    runTasks(me);
    if (!me.isLost && isIdle) {
      waitForInput();
    } else {
      signals.hadInput();
    }
  }

  private boolean mayRead(Source source) {
    return !isHeldUp && source.socket().isActive();
  }

  private void tickIfDue() {
    long late = System.nanoTime() - nextTick.get();
    if (late >= 0) {
      nextTick.set(System.nanoTime() + SLEEP_NANOS);
      // In case that the library has lost a signal, which it does now and then.
      sources.forEach(source -> source.socket().activate());
      long pause = Math.min(tick.applyAsLong(late), SLEEP_NANOS);
      nextTick.accumulateAndGet(System.nanoTime() + pause, Reader::earlier);
    }
  }

  private void runTasks(Baton me) {
    while (!me.isLost && !isHeldUp && !tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  private void waitForInput() {
    signals.hadNone();
    sources.forEach(Source::rest);
    long left = nextTick.get() - System.nanoTime();
    if (left > 0 && tasks.isEmpty() && !closed) {
      signals.await(1 + TimeUnit.NANOSECONDS.toMillis(left));
    }
  }

  private void watch() {
    long seen = calls.get();
    int looks = 0;
    while (!closed) {
      LockSupport.parkNanos(watchSleeps ? SLEEP_NANOS : WATCH_NANOS);
      long now = calls.get();
      looks = now == seen ? looks + 1 : 0;
      boolean isInCall = (now & 1) == 1;
      if (isInCall) {
        isHeldUp = true;
      }
      if (isInCall && looks >= STALLED_AFTER_LOOKS && stuck.get() < MAX_STUCK) {
        passBaton(now);
      }
      watchSleeps = !isInCall && looks >= ASLEEP_AFTER_LOOKS;
      seen = now;
    }
  }

  private static long earlier(long a, long b) {
    return a - b < 0 ? a : b;
  }

  private void passBaton(long stalledCall) {
    if (calls.compareAndSet(stalledCall, stalledCall + 1)) {
      stuck.incrementAndGet();
      holder = new Baton();
      holder.start();
    }
  }

  private static void join(Thread thread, Duration limit) {
    boolean interrupted = Thread.interrupted();
    try {
      thread.join(limit.toMillis());
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
