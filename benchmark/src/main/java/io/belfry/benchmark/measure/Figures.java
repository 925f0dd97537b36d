package io.belfry.benchmark.measure;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.AbstractHistogram;

/**
 * What one contestant reached in one round.
 *
 * @param values the figures that were measured
 * @param verdict whether all arrived
 */
public record Figures(Map<Metric, Double> values, Verdict verdict) {

  private static final double NANOS_PER_MICRO = 1_000;

  /** Copies the values. */
  public Figures {
    values = Map.copyOf(values);
  }

  /** The figures of two measurements that complete each other. */
  public Figures and(Figures other) {
    Map<Metric, Double> all = new EnumMap<>(Metric.class);
    all.putAll(values);
    all.putAll(other.values);
    return new Figures(all, verdict.plus(other.verdict));
  }

  /** The percentiles of times in nanoseconds. */
  static Map<Metric, Double> percentiles(AbstractHistogram times) {
    return Map.of(
        Metric.P50, times.getValueAtPercentile(50) / NANOS_PER_MICRO,
        Metric.P99, times.getValueAtPercentile(99) / NANOS_PER_MICRO,
        Metric.P999, times.getValueAtPercentile(99.9) / NANOS_PER_MICRO);
  }
}
