package io.belfry.server;

import io.belfry.transport.Health;
import io.belfry.transport.Health.State;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether the store can be used, as the server learns it by the way: from something that it writes
 * every few seconds anyhow. So to ask costs nothing, and a store that hangs hangs nobody who asks.
 */
final class StoreWatch {

  /** After how long without an answer nothing is known any more. */
  static final Duration STALE = Duration.ofSeconds(15);

  private static final Logger LOG = System.getLogger(StoreWatch.class.getName());

  private final Runnable write;
  private final LongSupplier nanoTime;
  private volatile long answered;
  private volatile String trouble = "";

  /**
   * Makes one that has not looked yet.
   *
   * @param write writes something small to the store, or throws
   * @param nanoTime tells the time
   */
  StoreWatch(Runnable write, LongSupplier nanoTime) {
    this.write = write;
    this.nanoTime = nanoTime;
    this.answered = nanoTime.getAsLong() - STALE.toNanos() - 1;
  }

  /** Writes; what that throws is thrown on. For one thread at a time. */
  void look() {
    try {
      write.run();
    } catch (RuntimeException e) {
      tell(String.valueOf(e.getMessage()));
      throw e;
    }
    answered = nanoTime.getAsLong();
    if (!trouble.isEmpty()) {
      LOG.log(Level.INFO, "The store can be used again.");
      trouble = "";
    }
  }

  /** How it is, as far as is known. Never blocks. */
  Health health() {
    if (!trouble.isEmpty()) {
      return new Health(State.DOWN, "The store can't be used; the log says why.");
    }
    if (nanoTime.getAsLong() - answered > STALE.toNanos()) {
      return new Health(
          State.UNKNOWN, "The store has not answered for more than " + STALE.toSeconds() + " s.");
    }
    return new Health(State.UP, "The store can be used.");
  }

  private void tell(String reason) {
    if (trouble.isEmpty()) { // Once is enough.
      LOG.log(Level.WARNING, "The store can''t be used: {0}", reason);
    }
    trouble = reason;
  }
}
