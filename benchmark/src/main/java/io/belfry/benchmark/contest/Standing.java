package io.belfry.benchmark.contest;

import io.belfry.benchmark.measure.Metric;
import io.belfry.benchmark.measure.Rounds;
import io.belfry.benchmark.measure.Spread;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came out of a contest.
 *
 * @param contest what was measured
 * @param rounds what each reached, by its name, in the order of their turns
 */
public record Standing(Contest contest, Map<String, Rounds> rounds) {

  /** The figures that one of them has. Of so few events, one of a thousand would say nothing. */
  List<Metric> metrics(String name) {
    return Stream.of(Metric.values())
        .filter(metric -> metric != Metric.P999 && of(name).has(metric))
        .toList();
  }

  /** The rounds of one of them. */
  Rounds of(String name) {
    return Optional.ofNullable(rounds.get(name)).orElseThrow();
  }

  /** The names of those that one of them is held against: none for these themselves. */
  List<String> baselinesOf(String name) {
    List<String> names = contest.baselines().stream().map(Candidate::name).toList();
    return names.contains(name) ? List.of() : names;
  }

  /** Where the ratios of a candidate to a baseline lie, round by round, if they can be compared. */
  Optional<Spread> ratio(String candidate, String baseline, Metric metric) {
    if (!contest.compared().contains(metric)
        || !of(candidate).has(metric)
        || !of(baseline).has(metric)) {
      return Optional.empty();
    }
    return Optional.of(
        Spread.of(Spread.ratios(of(candidate).of(metric), of(baseline).of(metric))));
  }
}
