package io.belfry.compare.run;

import io.belfry.compare.result.Metric;
import java.util.Map;

/** Which percentile is which figure. */
final class Percentiles {

  static final Map<Metric, Double> RESPONSE = Map.of(
      Metric.RESPONSE_P50, 50.0,
      Metric.RESPONSE_P90, 90.0,
      Metric.RESPONSE_P99, 99.0,
      Metric.RESPONSE_P999, 99.9,
      Metric.RESPONSE_MAX, 100.0);
  static final Map<Metric, Double> SERVICE =
      Map.of(Metric.SERVICE_P50, 50.0, Metric.SERVICE_P99, 99.0);
  static final Map<Metric, Double> SCHEDULE = Map.of(Metric.SCHEDULE_P99, 99.0);
  static final Map<Metric, Double> OWN = Map.of(Metric.OWN_DELAY_P99, 99.0);

  private Percentiles() {}
}
