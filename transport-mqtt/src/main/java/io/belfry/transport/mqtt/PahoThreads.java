package io.belfry.transport.mqtt;

import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one Paho client: a thread for each of its loops and one for its pings. Paho is
 * given them because of two faults of its own. Where a loop ends by an exception that Paho does not
 * expect, such as that of its receiver at a character that it does not like, Paho notices nothing
 * and stays deaf; here somebody is told. And connecting takes three naps of 100 ms, for Paho waits
 * that long to see whether a loop has begun; here they are cut short.
 */
final class PahoThreads extends ScheduledThreadPoolExecutor {

  /** A thread that Paho needs for something else, so that nothing may wait on it. */
  private static final class PahoThread extends Thread {
    PahoThread(Runnable task, String name) {
      super(task, name);
      setDaemon(true);
    }
  }

  private static final long NUDGE_MICROS = 500;

  private final String name;
  private final Consumer<String> loopEnded;
  private volatile boolean isEndExpected;
  private volatile @Nullable Thread napping;

  /**
   * Makes the threads, as they are needed.
   *
   * @param name what they are called, until Paho calls them something else
   * @param loopEnded is told why a loop has ended that should run
   */
  PahoThreads(String name, Consumer<String> loopEnded) {
    super(1, task -> new PahoThread(task, name + "-ping"));
    setRemoveOnCancelPolicy(true);
    this.name = name;
    this.loopEnded = loopEnded;
  }

  /** Whether the caller is on a thread of Paho, where nothing may wait. */
  static boolean isCurrent() {
    return Thread.currentThread() instanceof PahoThread;
  }

  /** Called by Paho for each of its loops. */
  @Override
  public Future<?> submit(Runnable loop) {
    FutureTask<?> task = new FutureTask<>(() -> watch(loop), null);
    new PahoThread(task, name).start();
    return task;
  }

  /** Called by Paho to connect. */
  @Override
  public void execute(Runnable connecting) {
    new PahoThread(() -> connect(connecting), name).start();
  }

  /** From now on, the thread that connects, and calls this, naps no longer than for moments. */
  void cutNapsShort() {
    napping = Thread.currentThread();
  }

  /** From now on, nobody is told when a loop ends. */
  void expectEnd() {
    isEndExpected = true;
  }

  private void watch(Runnable loop) {
    String how = "it returned";
    try {
      loop.run();
    } catch (Throwable e) { // Whatever it is, it ends the loop.
      how = e.toString();
    }
    if (!isEndExpected) {
      loopEnded.accept("A thread of the MQTT client has ended: " + how);
    }
  }

  private void connect(Runnable connecting) {
    ScheduledFuture<?> nudging =
        scheduleWithFixedDelay(this::nudge, NUDGE_MICROS, NUDGE_MICROS, TimeUnit.MICROSECONDS);
    try {
      connecting.run();
    } finally {
      napping = null;
      nudging.cancel(false);
    }
  }

  private void nudge() {
    Thread thread = napping;
    if (thread != null && thread.getState() == Thread.State.TIMED_WAITING) {
      thread.interrupt();
    }
  }
}
