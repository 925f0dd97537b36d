package io.belfry.benchmark;

import io.belfry.benchmark.measure.Goal;
import io.belfry.benchmark.measure.Metric;
import io.belfry.benchmark.measure.Rounds;
import io.belfry.benchmark.measure.Spread;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came out of one scenario at one size.
 *
 * @param scenario what the contestants had to do
 * @param size the bytes of a payload
 * @param rounds what each reached, by its name, the baseline first
 */
record Result(Scenario scenario, int size, Map<String, Rounds> rounds) {

  /** The figures that were measured. */
  List<Metric> metrics() {
    return Stream.of(Metric.values())
        .filter(metric -> rounds.values().stream().anyMatch(each -> each.has(metric)))
        .toList();
  }

  /**
   * The ratios of the second contestant to the first, round by round; none if there is only one, or
   * one has no such figure.
   */
  List<Double> ratios(Metric metric) {
    return rounds.values().stream()
        .skip(1)
        .limit(1)
        .flatMap(second -> ratios(second, metric).stream())
        .toList();
  }

  private List<Double> ratios(Rounds candidate, Metric metric) {
    Rounds baseline = rounds.values().iterator().next();
    return candidate.has(metric) && baseline.has(metric)
        ? Spread.ratios(candidate.of(metric), baseline.of(metric))
        : List.of();
  }

  /** Where the ratios of the second lie. */
  Optional<Spread> ratio(Metric metric) {
    return Optional.of(ratios(metric)).filter(ratios -> !ratios.isEmpty()).map(Spread::of);
  }

  /** Where those of all others lie, by name; they are held against the first without a goal. */
  Map<String, Spread> furtherRatios(Metric metric) {
    Map<String, Spread> further = new LinkedHashMap<>();
    rounds.entrySet().stream().skip(2).forEach(each -> {
      List<Double> ratios = ratios(each.getValue(), metric);
      if (!ratios.isEmpty()) {
        further.put(each.getKey(), Spread.of(ratios));
      }
    });
    return further;
  }

  /** Whether the median ratio reaches the goal, if there are a goal and a ratio. */
  Optional<Boolean> isMet(Metric metric) {
    return Goal.of(metric)
        .flatMap(goal -> ratio(metric).map(ratio -> goal.isMetBy(ratio.median())));
  }

  /** In how many rounds the goal was reached. */
  long roundsThatMeet(Metric metric) {
    return Goal.of(metric)
        .map(goal -> ratios(metric).stream().filter(goal::isMetBy).count())
        .orElse(0L);
  }
}
