package io.belfry.benchmark.measure;

import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Measures the latency of several at the same time, each with a sender of its own. On a machine
 * that stands still now and then, turns meet different weather, and the 99th percentile is that of
 * the weather; at the same time, all meet the same.
 */
public final class Together implements AutoCloseable {

  /** Until all senders are at their clocks. */
  private static final long LEAD_NANOS = 50_000_000;

  private final List<OneWay> wires = new ArrayList<>();
  private final List<OpenLoop> loads = new ArrayList<>();

  private Together() {}

  /**
   * Measures latency.
   *
   * @param opens open the pattern, for each contestant
   * @param receivers how many each has
   * @param isShared whether each message goes to one of them, not to all
   * @param plan how long to measure, at which rate for each, and the size of the messages
   * @return the figures of each, in their order
   */
  public static List<Figures> measure(
      List<Function<Receiver, OneWay>> opens, int receivers, boolean isShared, Plan plan) {
    Together together = new Together();
    try (together) {
      opens.forEach(open -> together.open(open, new OpenLoop(receivers, isShared, plan)));
      together.send(plan.interval() / opens.size());
    }
    return together.loads.stream().map(OpenLoop::figures).toList();
  }

  private void open(Function<Receiver, OneWay> open, OpenLoop load) {
    wires.add(open.apply(load.audience()));
    loads.add(load);
  }

  /** They share the time between two messages, so that no two of them send at the same moment. */
  private void send(double apart) {
    long start = System.nanoTime() + LEAD_NANOS;
    List<CompletableFuture<Void>> senders = new ArrayList<>();
    for (int i = 0; i < loads.size(); i++) {
      long begin = start + (long) (i * apart);
      OneWay wire = wires.get(i);
      OpenLoop load = loads.get(i);
      senders.add(CompletableFuture.runAsync(
          () -> load.send(wire, begin), task -> new Thread(task, "sender").start()));
    }
    try {
      CompletableFuture.allOf(senders.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw BreakdownException.from(e);
    }
  }

  @Override
  public void close() {
    wires.forEach(OneWay::close);
  }
}
