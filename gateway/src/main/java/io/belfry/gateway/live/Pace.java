package io.belfry.gateway.live;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The few threads of all feeds. */
final class Pace implements AutoCloseable {

  private static final int THREADS = 4;
  private static final int CLOSE_SECONDS = 2;

  private final ScheduledThreadPoolExecutor threads;

  Pace() {
    AtomicInteger number = new AtomicInteger();
    threads = new ScheduledThreadPoolExecutor(THREADS, task -> {
      Thread thread = new Thread(task, "belfry-feed-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    });
    threads.setRemoveOnCancelPolicy(true);
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** By one of the threads; never, once they have ended. */
  void soon(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException e) { // All is over.
      return;
    }
  }

  void later(Duration wait, Runnable work) {
    try {
      var unused = threads.schedule(work, wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) { // All is over.
      return;
    }
  }

  void every(Duration interval, Runnable work) {
    var unused = threads.scheduleWithFixedDelay(
        work, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
