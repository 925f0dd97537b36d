package io.belfry.benchmark;

import io.belfry.benchmark.measure.Goal;
import io.belfry.benchmark.measure.Metric;
import io.belfry.benchmark.measure.Rounds;
import io.belfry.benchmark.measure.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The results for a reader at a terminal. */
final class Table {

  private static final int FEW = 1_000;
  private static final String COLUMN = "%14s";

  private final List<String> contestants;

  Table(List<String> contestants) {
    this.contestants = contestants;
  }

  String head() {
    String names =
        contestants.stream().map(name -> String.format(COLUMN, name)).collect(Collectors.joining());
    String line = String.format("%-11s %6s  %-16s%s", "scenario", "bytes", "median of", names);
    return contestants.size() < 2 ? line : line + "  ratio (least to most)  goal";
  }

  List<String> lines(Result result) {
    List<String> lines = new ArrayList<>();
    for (Metric metric : result.metrics()) {
      lines.add(line(lines.isEmpty() ? result.scenario().label() : "", result, metric));
    }
    result.rounds().forEach((name, rounds) -> {
      if (result.metrics().contains(Metric.P99) && !rounds.has(Metric.P99)) {
        lines.add(String.format("%20s%s could not keep the rate", "", name));
      }
      rounds
          .breakdowns()
          .forEach(why -> lines.add(String.format("%20s%s broke down: %s", "", name, why)));
      if (!rounds.verdict().isFlawless()) {
        lines.add(String.format("%20s%s: %s", "", name, rounds.verdict()));
      }
    });
    return lines;
  }

  private static String line(String scenario, Result result, Metric metric) {
    String values = result.rounds().values().stream()
        .map(rounds -> String.format(COLUMN, median(rounds, metric)))
        .collect(Collectors.joining());
    String size = scenario.isEmpty() ? "" : Integer.toString(result.size());
    return String.format(
        "%-11s %6s  %-16s%s%s", scenario, size, metric.label(), values, comparison(result, metric));
  }

  private static String median(Rounds rounds, Metric metric) {
    if (!rounds.has(metric)) {
      return "-";
    }
    double median = Spread.of(rounds.of(metric)).median();
    return String.format(Locale.ROOT, median < FEW ? "%,.1f" : "%,.0f", median);
  }

  private static String comparison(Result result, Metric metric) {
    return result
            .ratio(metric)
            .map(ratio -> String.format(
                    Locale.ROOT,
                    "   %.2f (%.2f to %.2f)    %s",
                    ratio.median(),
                    ratio.least(),
                    ratio.most(),
                    goal(result, metric))
                .stripTrailing())
            .orElse("")
        + further(result, metric);
  }

  private static String further(Result result, Metric metric) {
    return result.furtherRatios(metric).entrySet().stream()
        .map(each -> String.format(
            Locale.ROOT,
            "   %s %.2f (%.2f to %.2f)",
            each.getKey(),
            each.getValue().median(),
            each.getValue().least(),
            each.getValue().most()))
        .collect(Collectors.joining());
  }

  private static String goal(Result result, Metric metric) {
    return Goal.of(metric)
        .map(goal -> "  " + goal + (result.isMet(metric).orElse(false) ? " met" : " NOT MET")
            + agreement(result, metric))
        .orElse("");
  }

  /** Said only if the rounds disagree, for then the verdict hangs by chance. */
  private static String agreement(Result result, Metric metric) {
    long met = result.roundsThatMeet(metric);
    int rounds = result.ratios(metric).size();
    return met == 0 || met == rounds ? "" : " (met in " + met + " of " + rounds + " rounds)";
  }
}
