package io.belfry.benchmark.measure;

import io.belfry.benchmark.wire.Asker;
import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.benchmark.wire.Dialogue;
import io.belfry.benchmark.wire.Sequence;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;
import org.HdrHistogram.AtomicHistogram;

/** Keeps requests outstanding, each followed by the next when it is answered. */
public final class ClosedLoop implements Dialogue {

  private static final long LONGEST_NANOS = 60_000_000_000L;

  private final AtomicHistogram times = new AtomicHistogram(LONGEST_NANOS, 3);
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong answers = new AtomicLong();
  private final AtomicLong damaged = new AtomicLong();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLongArray questions;
  private final AtomicLongArray askedAt;
  private final int size;
  private volatile boolean counts;
  private volatile boolean stopped;

  private ClosedLoop(int outstanding, int size) {
    this.questions = new AtomicLongArray(outstanding);
    this.askedAt = new AtomicLongArray(outstanding);
    this.size = size;
  }

  /**
   * Measures throughput and round trips.
   *
   * @param open opens the pattern
   * @param outstanding how many requests are on their way at any time
   * @param plan how long to measure, and the size of the messages
   */
  public static Figures measure(Supplier<Asker> open, int outstanding, Plan plan) {
    ClosedLoop run = new ClosedLoop(outstanding, plan.size());
    try (Asker asker = open.get()) {
      return run.measure(asker, outstanding, plan);
    }
  }

  private Figures measure(Asker asker, int outstanding, Plan plan) {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    new Thread(() -> converse(asker, outstanding, ended), "asker").start();
    Pace.pause(plan.warmUpNanos());
    counts = true;
    long begin = System.nanoTime();
    long before = answers.get();
    Pace.pause(plan.nanos());
    double throughput = plan.perSecond(answers.get() - before, System.nanoTime() - begin);
    counts = false;
    stopped = true;
    await(ended);
    if (!failures.isEmpty()) {
      throw new BreakdownException(
          failures.size() + " requests got no answer: " + failures.element().getMessage());
    }
    Map<Metric, Double> values = new EnumMap<>(Figures.percentiles(times));
    values.put(Metric.THROUGHPUT, throughput);
    return new Figures(values, new Verdict(0, 0, 0, damaged.get()));
  }

  private static void await(CompletableFuture<Void> ended) {
    try {
      ended.join();
    } catch (CompletionException e) {
      throw BreakdownException.from(e);
    }
  }

  private void converse(Asker asker, int outstanding, CompletableFuture<Void> ended) {
    try {
      asker.converse(outstanding, this);
      ended.complete(null);
    } catch (RuntimeException e) {
      ended.completeExceptionally(e);
    }
  }

  @Override
  public byte[] question(int slot) {
    long question = asked.getAndIncrement();
    questions.set(slot, question);
    byte[] payload = Sequence.payload(size, question);
    askedAt.set(slot, System.nanoTime());
    return payload;
  }

  @Override
  public boolean answered(int slot, long sequence, int answerSize) {
    if (counts) {
      times.recordValue(Math.min(LONGEST_NANOS, System.nanoTime() - askedAt.get(slot)));
    }
    if (answerSize != size || sequence != questions.get(slot)) {
      damaged.getAndIncrement();
    }
    answers.getAndIncrement();
    return !stopped;
  }

  @Override
  public void failed(Throwable failure) {
    failures.add(failure);
  }
}
