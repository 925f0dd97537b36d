package io.belfry.client.listening;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Goes off at the earliest time that it was set for. Safe for any thread. */
final class Alarm {

  private final ScheduledExecutorService scheduler;
  private final LongSupplier clock;
  private final Runnable ring;
  private @Nullable Future<?> pending;
  private long time = Agenda.NEVER;
  private boolean isCancelled;

  Alarm(ScheduledExecutorService scheduler, LongSupplier clock, Runnable ring) {
    this.scheduler = scheduler;
    this.clock = clock;
    this.ring = ring;
  }

  synchronized void setFor(long next) {
    if (isCancelled || next >= time) {
      return;
    }
    stop();
    time = next;
    try {
      pending = scheduler.schedule(
          this::goOff, Math.max(0, next - clock.getAsLong()), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      isCancelled = true;
    }
  }

  synchronized void cancel() {
    isCancelled = true;
    stop();
  }

  private void goOff() {
    synchronized (this) {
      time = Agenda.NEVER;
    }
    ring.run();
  }

  private void stop() {
    if (pending != null) {
      pending.cancel(false);
    }
  }
}
