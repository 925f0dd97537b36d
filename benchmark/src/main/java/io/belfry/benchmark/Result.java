package io.belfry.benchmark;

import io.belfry.benchmark.measure.Goal;
import io.belfry.benchmark.measure.Metric;
import io.belfry.benchmark.measure.Rounds;
import io.belfry.benchmark.measure.Spread;
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
    return ratios(1, metric);
  }

  /** The same of the third, which is held against the first, too, but has no part in the goals. */
  List<Double> furtherRatios(Metric metric) {
    return ratios(2, metric);
  }

  private List<Double> ratios(int index, Metric metric) {
    if (rounds.size() <= index) {
      return List.of();
    }
    List<Rounds> all = List.copyOf(rounds.values());
    return all.get(index).has(metric) && all.get(0).has(metric)
        ? Spread.ratios(all.get(index).of(metric), all.get(0).of(metric))
        : List.of();
  }

  /** Where the ratios of the second lie. */
  Optional<Spread> ratio(Metric metric) {
    return Optional.of(ratios(metric)).filter(ratios -> !ratios.isEmpty()).map(Spread::of);
  }

  /** Where those of the third lie. */
  Optional<Spread> furtherRatio(Metric metric) {
    return Optional.of(furtherRatios(metric))
        .filter(ratios -> !ratios.isEmpty())
        .map(Spread::of);
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
