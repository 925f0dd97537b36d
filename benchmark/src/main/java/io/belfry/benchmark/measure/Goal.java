package io.belfry.benchmark.measure;

import java.util.Locale;
import java.util.Optional;

/**
 * What the ratio of a candidate to its baseline should be.
 *
 * @param limit the bound
 * @param isFloor whether it may not be less; else it may not be more
 */
public record Goal(double limit, boolean isFloor) {

  private static final Goal THROUGHPUT = new Goal(0.95, true);
  private static final Goal LATENCY = new Goal(1.10, false);

  /** The goal for a figure, if there is one. */
  public static Optional<Goal> of(Metric metric) {
    return switch (metric) {
      case THROUGHPUT -> Optional.of(THROUGHPUT);
      case P99 -> Optional.of(LATENCY);
      case P50, P999, COMMITTED_P50, COMMITTED_P99, ALLOCATED, ALLOCATED_BY_ALL, NANOS, KEPT ->
        Optional.empty();
    };
  }

  /** Whether a ratio reaches it. */
  public boolean isMetBy(double ratio) {
    return isFloor ? ratio >= limit : ratio <= limit;
  }

  @Override
  public String toString() {
    return (isFloor ? "≥ " : "≤ ") + String.format(Locale.ROOT, "%.2f", limit);
  }
}
