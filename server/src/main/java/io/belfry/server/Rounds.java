package io.belfry.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What is done again and again, whatever happens: a store that is away is back one day. */
final class Rounds implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Rounds.class.getName());
  private static final int THREADS = 2;

  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(THREADS, Threads.named("belfry-clock"));

  void now(Runnable work) {
    clock.execute(safely(work));
  }

  void every(Duration interval, Runnable work) {
    var unused = clock.scheduleWithFixedDelay(
        safely(work), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    Threads.end(clock);
  }

  private static Runnable safely(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        LOG.log(Level.DEBUG, "Tried again later", e);
      }
    };
  }
}
