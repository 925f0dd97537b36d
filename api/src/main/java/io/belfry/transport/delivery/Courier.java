package io.belfry.transport.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells the application what its sends and requests have come to, on threads of its own: what an
 * application hangs on them must not hold up whoever learned it, nor each other. Mostly that takes
 * no time, and so one thread tells all, in order, and needs to be woken only after a rest. When the
 * watch finds it held up, everything gets a thread to itself for a while. Safe for any thread.
 */
public final class Courier implements Executor, AutoCloseable {

  private static final Logger LOG = System.getLogger(Courier.class.getName());

  private static final int IDLE_SECONDS = 1;

  /**
   * For how long nobody waits for another, once somebody had to: not for long if the machine was
   * just busy with something else; longer each time that it soon happens again.
   */
  private static final long LEAST_CAUTION = TimeUnit.MILLISECONDS.toNanos(100);

  private static final long MOST_CAUTION = TimeUnit.SECONDS.toNanos(10);

  private final Watch watch;
  private final Watch.Watched progress = this::look;
  private final ThreadPoolExecutor threads;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private volatile Round round;
  private volatile boolean closed;

  private volatile boolean isCautious;
  private volatile long cautiousUntil = System.nanoTime() - MOST_CAUTION;

  /** Of the watch. */
  private long caution = LEAST_CAUTION;

  /** What the watch saw when it last looked. */
  private long doneBefore = -1;

  /**
   * Makes a courier, with one thread.
   *
   * @param name what its threads are called
   * @param watch sees to it that they are not held up
   */
  public Courier(String name, Watch watch) {
    this.watch = watch;
    AtomicInteger number = new AtomicInteger();
    // What comes after the end is done by whoever brings it, rather than by nobody.
    this.threads = new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> daemon(task, name + "-" + number.incrementAndGet()),
        (task, pool) -> task.run());
    this.round = new Round();
    threads.execute(round);
    watch.add(progress);
  }

  /**
   * Tells something soon. Never throws, nor blocks until the courier is closed; from then on, it is
   * told right here.
   *
   * @param news what to tell; what it throws is logged
   */
  @Override
  public void execute(Runnable news) {
    if (isCautious() || closed) {
      tellApart(news);
      return;
    }
    waiting.add(news);
    round.wake();
    watch.wake();
    if (closed) {
      tellRest(); // Closed meanwhile, by another thread, which may have missed this.
    }
  }

  /**
   * A thread for each task, for what is known to take its time.
   *
   * @return an executor that never refuses
   */
  public Executor threads() {
    return threads;
  }

  /**
   * Whether the caller is being told something, and more will be told right after that.
   *
   * @return true on the thread that tells, as long as something waits
   */
  public boolean isTellingMore() {
    return !waiting.isEmpty()
        && round.teller.filter(Thread.currentThread()::equals).isPresent();
  }

  /** Ends the threads when all that waits is told. */
  @Override
  public void close() {
    closed = true;
    watch.remove(progress);
    round.wake();
    tellRest();
    threads.shutdown();
  }

  private boolean isCautious() {
    if (isCautious && System.nanoTime() - cautiousUntil > 0) {
      isCautious = false;
    }
    return isCautious;
  }

  /** On the watch: has everything go on without the thread that has not moved since last time. */
  private boolean look() {
    Round now = round;
    if (!now.isTelling) {
      doneBefore = -1;
      return !waiting.isEmpty();
    }
    long done = now.done.get();
    if (done == doneBefore && !closed) {
      beCautious();
      round = new Round();
      threads.execute(round);
      now.wake(); // Should it rest by now, it would rest for ever.
    }
    doneBefore = done;
    return true;
  }

  private void beCautious() {
    long now = System.nanoTime();
    boolean isSoonAgain = now - cautiousUntil < MOST_CAUTION;
    caution = isSoonAgain ? Math.min(2 * caution, MOST_CAUTION) : LEAST_CAUTION;
    cautiousUntil = now + caution;
    isCautious = true;
  }

  /** What waits gets a thread each. */
  private void tellRest() {
    for (Runnable news = waiting.poll(); news != null; news = waiting.poll()) {
      tellApart(news);
    }
  }

  private void tellApart(Runnable news) {
    threads.execute(() -> tell(news));
  }

  private static void tell(Runnable news) {
    try {
      news.run();
    } catch (Throwable e) { // An Error, too: it is no business of the thread that tells.
      LOG.log(Level.WARNING, "What hangs on an outcome failed", e);
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** A thread's turn at telling; over when another has the next. */
  private final class Round implements Runnable {

    /** The thread, while it rests. */
    private volatile Optional<Thread> resting = Optional.empty();

    private volatile boolean isTelling;
    private volatile Optional<Thread> teller = Optional.empty();
    private final AtomicLong done = new AtomicLong();

    void wake() {
      resting.ifPresent(LockSupport::unpark);
    }

    @Override
    public void run() {
      teller = Optional.of(Thread.currentThread());
      while (round == this && !closed) {
        if (isCautious()) {
          tellRest();
        }
        Runnable next = waiting.poll();
        if (next == null) {
          rest();
        } else {
          tellHere(next);
        }
      }
      tellRest();
    }

    private void tellHere(Runnable next) {
      isTelling = true;
      tell(next);
      Thread.interrupted(); // What one leaves behind must not trouble the next.
      done.incrementAndGet();
      isTelling = !waiting.isEmpty();
    }

    private void rest() {
      isTelling = false;
      resting = Optional.of(Thread.currentThread());
      if (waiting.isEmpty() && !closed && round == this) {
        LockSupport.park(this);
      }
      resting = Optional.empty();
    }
  }
}
