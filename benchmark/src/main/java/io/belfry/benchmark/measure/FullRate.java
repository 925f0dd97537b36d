package io.belfry.benchmark.measure;

import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import io.belfry.benchmark.wire.Sequence;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** Sends as fast as the receivers let it, and counts what arrives meanwhile. */
public final class FullRate {

  private static final int PATIENCE_SECONDS = 20;

  private final Allocation allocation = new Allocation();
  private final AtomicLong sent = new AtomicLong();
  private final Plan plan;
  private volatile boolean stopped;

  /** Both sides are in this process, and a broker is not. */
  private record Mark(long time, long heard, long sent, long allocated, long allocatedByAll) {}

  private FullRate(Plan plan) {
    this.plan = plan;
  }

  /**
   * Measures throughput and allocation.
   *
   * @param open opens the pattern
   * @param receivers how many there are
   * @param isShared whether each message goes to one of them, not to all
   * @param plan how long to measure, and the size of the messages
   */
  public static Figures measure(
      Function<Receiver, OneWay> open, int receivers, boolean isShared, Plan plan) {
    Audience audience = new Audience(
        Stream.generate(() -> new Ear(plan.size(), receivers, sequence -> {}))
            .limit(receivers)
            .toList(),
        isShared);
    FullRate run = new FullRate(plan);
    try (OneWay wire = open.apply(audience)) {
      return run.measure(wire, audience);
    }
  }

  private Figures measure(OneWay wire, Audience audience) {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Window window = new Window(audience, plan.window());
    Thread sender = new Thread(() -> sendUntilStopped(wire, window, ended), "sender");
    sender.setDaemon(true);
    sender.start();
    Pace.pause(plan.warmUpNanos());
    Mark begin = mark(sender, audience);
    allocation.watch(plan.nanos());
    Mark end = mark(sender, audience);
    stopped = true;
    await(ended);
    audience.awaitAll(sent.get());
    return new Figures(figures(begin, end), audience.verdict(sent.get()));
  }

  private void sendUntilStopped(OneWay wire, Window window, CompletableFuture<Void> ended) {
    try {
      for (long sequence = 0; !stopped; sequence++) {
        window.await(sequence);
        wire.send(Sequence.payload(plan.size(), sequence));
        sent.lazySet(sequence + 1);
      }
      ended.complete(null);
    } catch (RuntimeException e) {
      ended.completeExceptionally(e);
    }
  }

  private static void await(CompletableFuture<Void> ended) {
    try {
      ended.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw BreakdownException.from(e);
    }
  }

  private Mark mark(Thread sender, Audience audience) {
    return new Mark(
        System.nanoTime(), audience.heard(), sent.get(), allocation.by(sender), allocation.byAll());
  }

  private Map<Metric, Double> figures(Mark begin, Mark end) {
    double sentMeanwhile = Math.max(1, end.sent() - begin.sent());
    return Map.of(
        Metric.THROUGHPUT,
        plan.perSecond(end.heard() - begin.heard(), end.time() - begin.time()),
        Metric.ALLOCATED,
        (end.allocated() - begin.allocated()) / sentMeanwhile,
        Metric.ALLOCATED_BY_ALL,
        (end.allocatedByAll() - begin.allocatedByAll()) / sentMeanwhile);
  }
}
