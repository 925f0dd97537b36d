package io.belfry.client;

import io.belfry.transport.delivery.Courier;
import io.belfry.transport.delivery.Watch;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Does things later: one thread waits, and another does them, which is replaced when somebody's
 * continuation holds it up. Safe for any thread.
 */
final class Later implements AutoCloseable {

  private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
    Thread thread = new Thread(task, "belfry-client-clock");
    thread.setDaemon(true);
    return thread;
  });

  private final Watch watch = new Watch("belfry-client-watch");
  private final Courier courier = new Courier("belfry-client", watch);

  /** Does something after a while, unless this is closed by then. */
  void after(Duration wait, Runnable task) {
    Future<?> unused =
        clock.schedule(() -> courier.execute(task), wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    courier.close();
    watch.close();
  }
}
