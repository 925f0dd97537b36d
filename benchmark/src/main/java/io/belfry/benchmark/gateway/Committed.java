package io.belfry.benchmark.gateway;

import io.belfry.benchmark.measure.Metric;
import io.belfry.benchmark.wire.Receiver;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;

/** Times the way of events from when they were certain to be kept. */
final class Committed {

  /** More than can be under way. */
  private static final int ROOM = 1 << 16;

  private static final double NANOS_PER_MICRO = 1_000;

  private final long warmUp;
  private final AtomicLongArray moments = new AtomicLongArray(ROOM);
  private final Histogram times = new Histogram(3);

  /**
   * Begins to take times.
   *
   * @param warmUp how many events do not count
   */
  Committed(long warmUp) {
    this.warmUp = warmUp;
  }

  /** The event with that number is certain to be kept. */
  void commit(long sequence) {
    moments.set(slot(sequence), System.nanoTime());
  }

  /** Takes the time of what arrives, and passes it on. */
  Receiver before(Receiver next) {
    return (receiver, sequence, size) -> {
      if (sequence >= warmUp) {
        arrived(sequence);
      }
      next.received(receiver, sequence, size);
    };
  }

  /** What arrives before its publisher knows that it is kept took no time. */
  private void arrived(long sequence) {
    long now = System.nanoTime();
    long moment = moments.getAndSet(slot(sequence), 0);
    times.recordValue(moment == 0 ? 0 : Math.max(0, now - moment));
  }

  private static int slot(long sequence) {
    return (int) (sequence % ROOM);
  }

  Map<Metric, Double> percentiles() {
    return Map.of(
        Metric.COMMITTED_P50, times.getValueAtPercentile(50) / NANOS_PER_MICRO,
        Metric.COMMITTED_P99, times.getValueAtPercentile(99) / NANOS_PER_MICRO);
  }
}
