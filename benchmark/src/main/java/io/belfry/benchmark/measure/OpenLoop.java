package io.belfry.benchmark.measure;

import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import io.belfry.benchmark.wire.Sequence;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Sends by the clock, whatever becomes of it. A message that is late because the one before was
 * held up counts from when it should have been sent; else a stall would hide in the pause that it
 * makes.
 */
public final class OpenLoop {

  /** Who is so late can't keep the rate, and what is measured then is only for how long. */
  private static final long MOST_LATE_NANOS = 5_000_000_000L;

  private final Plan plan;
  private final long warmUp;
  private final long total;
  private final List<Delays> delays;
  private final Audience audience;
  private volatile long start;
  private long sent;

  /**
   * Makes a load.
   *
   * @param receivers how many there are
   * @param isShared whether each message goes to one of them, not to all
   * @param plan how long to measure, at which rate, and the size of the messages
   */
  OpenLoop(int receivers, boolean isShared, Plan plan) {
    this.plan = plan;
    this.warmUp = plan.warmUpMessages();
    this.total = warmUp + Math.max(1, (long) (plan.nanos() / plan.interval()));
    this.delays = Stream.generate(Delays::new).limit(receivers).toList();
    this.audience = new Audience(
        delays.stream()
            .map(each -> new Ear(plan.size(), receivers, each::arrived))
            .toList(),
        isShared);
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
   * Measures latency. Where the rate is more than can be followed there is none, only the account.
   *
   * @param open opens the pattern
   * @param receivers how many there are
   * @param isShared whether each message goes to one of them, not to all
   * @param plan how long to measure, at which rate, and the size of the messages
   */
  public static Figures measure(
      Function<Receiver, OneWay> open, int receivers, boolean isShared, Plan plan) {
    OpenLoop load = new OpenLoop(receivers, isShared, plan);
    try (OneWay wire = open.apply(load.audience())) {
      load.send(wire, System.nanoTime());
    }
    return load.figures();
  }

  /** Who receives. */
  Receiver audience() {
    return audience;
  }

  /** Sends all, or as many as it takes to be much too late, and waits until they have arrived. */
  void send(OneWay wire, long begin) {
    start = begin;
    sent = sendAll(wire, new Window(audience, plan.window()));
    audience.awaitAll(sent);
  }

  private long sendAll(OneWay wire, Window window) {
    for (long sequence = 0; sequence < total; sequence++) {
      byte[] payload = Sequence.payload(plan.size(), sequence);
      Pace.awaitExactly(intended(sequence));
      window.await(sequence);
      if (System.nanoTime() - intended(sequence) > MOST_LATE_NANOS) {
        return sequence;
      }
      wire.send(payload);
    }
    return total;
  }

  /** What came of it, once the wire is closed. */
  Figures figures() {
    if (sent < total) {
      return new Figures(Map.of(), audience.verdict(sent));
    }
    Histogram all = new Histogram(3);
    delays.forEach(each -> all.add(each.times));
    return new Figures(Figures.percentiles(all), audience.verdict(sent));
  }

  private long intended(long sequence) {
    return start + (long) (sequence * plan.interval());
  }
}
