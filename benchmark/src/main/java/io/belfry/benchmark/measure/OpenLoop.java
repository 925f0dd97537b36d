package io.belfry.benchmark.measure;

import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import io.belfry.benchmark.wire.Sequence;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Sends by the clock, whatever becomes of it. A message that is late because the one before was
 * held up counts from when it should have been sent; else a stall would hide in the pause that it
 * makes.
 */
public final class OpenLoop {

  private final Plan plan;
  private final long warmUp;
  private final long total;
  private volatile long start;

  private OpenLoop(Plan plan) {
    this.plan = plan;
    this.warmUp = (long) (plan.warmUpNanos() / plan.interval());
    this.total = warmUp + Math.max(1, (long) (plan.nanos() / plan.interval()));
  }

  /** The times of one receiver, which takes no account of the warm-up. */
  private final class Delays {

    private final Histogram times = new Histogram(3);

    void arrived(long sequence) {
      if (sequence >= warmUp && sequence < total) {
        times.recordValue(Math.max(0, System.nanoTime() - intended(sequence)));
      }
    }
  }

  /**
   * Measures latency.
   *
   * @param open opens the pattern
   * @param receivers how many there are
   * @param isShared whether each message goes to one of them, not to all
   * @param plan how long to measure, at which rate, and the size of the messages
   */
  public static Figures measure(
      Function<Receiver, OneWay> open, int receivers, boolean isShared, Plan plan) {
    OpenLoop run = new OpenLoop(plan);
    List<Delays> delays =
        Stream.generate(() -> run.new Delays()).limit(receivers).toList();
    Audience audience = new Audience(
        delays.stream().map(each -> new Ear(plan.size(), each::arrived)).toList(), isShared);
    try (OneWay wire = open.apply(audience)) {
      run.send(wire);
      audience.awaitAll(run.total);
    }
    Histogram all = new Histogram(3);
    delays.forEach(each -> all.add(each.times));
    return new Figures(Figures.percentiles(all), audience.verdict(run.total));
  }

  private void send(OneWay wire) {
    start = System.nanoTime();
    for (long sequence = 0; sequence < total; sequence++) {
      byte[] payload = Sequence.payload(plan.size(), sequence);
      Pace.awaitExactly(intended(sequence));
      wire.send(payload);
    }
  }

  private long intended(long sequence) {
    return start + (long) (sequence * plan.interval());
  }
}
