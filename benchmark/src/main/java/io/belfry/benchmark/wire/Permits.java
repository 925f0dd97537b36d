package io.belfry.benchmark.wire;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Bounds how many sends are without an outcome, and keeps the first failure. */
public final class Permits {

  /** More make nothing faster; a broker's own limit may be lower. */
  public static final int USUAL = 1_000;

  private static final int PATIENCE_SECONDS = 10;

  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Semaphore free;

  /** Permits for so many sends at a time. */
  public Permits(int count) {
    free = new Semaphore(count);
  }

  /**
   * Waits until a send may begin.
   *
   * @throws BreakdownException if an earlier one has failed, or none ends
   */
  public void take() {
    Throwable failed = failure.get();
    if (failed != null) {
      throw new BreakdownException(failed);
    }
    try {
      if (!free.tryAcquire() && !free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new BreakdownException(
            "No send has ended for " + PATIENCE_SECONDS + " s; the broker takes no more.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BreakdownException(e);
    }
  }

  /** Takes a permit if there is one. */
  public boolean tryTake() {
    return free.tryAcquire();
  }

  /** A send has ended, well or with that failure. */
  public void giveBack(@Nullable Throwable failed) {
    if (failed != null) {
      failure.compareAndSet(null, failed);
    }
    free.release();
  }
}
