package io.belfry.compare.load;

import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * Sends by the clock, whatever becomes of it. A message that is late because the one before was
 * held up counts from when it was due; else a stall would hide in the pause that it makes.
 */
public final class Publisher {

  private static final int DIGITS = 3;

  private final int run;
  private final int number;
  private final int size;
  private final Beat beat;
  private final long mostLate;
  private final Outlet outlet;

  private final Histogram schedule = new Histogram(DIGITS);
  private final Histogram own = new Histogram(DIGITS);
  private final BitSet refused = new BitSet();
  private final AtomicLong pending = new AtomicLong();
  private final CompletableFuture<Void> sending = new CompletableFuture<>();
  private volatile long count;
  private volatile boolean isStopped;
  private long blocked;
  private long mostPending;

  /**
   * Makes a publisher.
   *
   * @param run the trial's number
   * @param number the publisher's number
   * @param size the size of the payloads
   * @param beat when they are due
   * @param mostLate how late it may be, in nanoseconds, before it gives up
   * @param outlet where they go
   */
  public Publisher(int run, int number, int size, Beat beat, long mostLate, Outlet outlet) {
    this.run = run;
    this.number = number;
    this.size = size;
    this.beat = beat;
    this.mostLate = mostLate;
    this.outlet = outlet;
  }

  /**
   * Begins to send, on a thread of its own.
   *
   * @param start when the first message is due, by {@link System#nanoTime}
   */
  public void begin(long start) {
    Thread thread = new Thread(() -> send(start), "compare-publisher-" + number);
    thread.setDaemon(true);
    thread.start();
  }

  /** What has been handed to the transport so far. */
  public long count() {
    return count;
  }

  /** Whether it has sent all, or given up, and knows what became of what it sent. */
  public boolean isDone() {
    return sending.isDone() && pending.get() == 0;
  }

  /**
   * Ends it, and waits a while for outcomes that have not come.
   *
   * @param patience how long, in nanoseconds
   * @return what it has to say
   */
  public Sent finish(long patience) {
    isStopped = true;
    long end = System.nanoTime() + patience;
    sending.completeOnTimeout(null, patience, TimeUnit.NANOSECONDS).join();
    while (pending.get() > 0 && System.nanoTime() < end) {
      Pace.awaitExactly(Math.min(end, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1)));
    }
    synchronized (refused) {
      return new Sent(
          number,
          count,
          (BitSet) refused.clone(),
          pending.get(),
          schedule,
          own,
          blocked,
          mostPending);
    }
  }

  private void send(long start) {
    long free = start;
    for (long sequence = 0; sequence < beat.total() && !isStopped; sequence++) {
      long due = beat.due(start, sequence);
      Pace.awaitExactly(due);
      long now = System.nanoTime();
      if (now - due > mostLate) {
        break;
      }
      if (beat.isMeasured(sequence)) {
        schedule.recordValue(Math.max(0, now - due));
        own.recordValue(Math.max(0, now - Math.max(due, free)));
      }
      free = send(sequence, due, now);
    }
    sending.complete(null);
  }

  /** Returns when it was free again. */
  private long send(long sequence, long due, long now) {
    mostPending = Math.max(mostPending, pending.incrementAndGet());
    try {
      CompletionStage<?> outcome =
          outlet.send(new Stamp(run, number, sequence, due, now).payload(size));
      outcome.whenComplete((done, failure) -> settle(sequence, failure != null));
    } catch (RuntimeException e) {
      settle(sequence, true);
    }
    count = sequence + 1;
    long free = System.nanoTime();
    blocked += free - now;
    return free;
  }

  private void settle(long sequence, boolean isRefused) {
    if (isRefused) {
      synchronized (refused) {
        refused.set((int) sequence);
      }
    }
    pending.decrementAndGet();
  }
}
