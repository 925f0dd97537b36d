package io.belfry.benchmark.contest;

import io.belfry.benchmark.measure.Metric;
import io.belfry.benchmark.measure.Rounds;
import io.belfry.benchmark.measure.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The standings for a reader at a terminal: a line for each figure. */
public final class Board {

  private static final int FEW = 100;
  private static final String LINE = "%-20s %-20s %-16s %10s  %-24s%s";

  private Board() {}

  /** What stands above the columns. */
  public static String head() {
    return String.format(
        LINE, "scenario", "who", "figure", "median", "(least to most)", "ratio (least to most)");
  }

  /** All figures of a contest, and below those of each what there is to complain of. */
  public static List<String> lines(Standing standing) {
    List<String> lines = new ArrayList<>();
    standing.rounds().keySet().forEach(name -> {
      String scenario = lines.isEmpty() ? standing.contest().label() : "";
      lines.addAll(lines(standing, scenario, name));
    });
    return lines;
  }

  private static List<String> lines(Standing standing, String scenario, String name) {
    List<String> lines = new ArrayList<>();
    for (Metric metric : standing.metrics(name)) {
      boolean isFirst = lines.isEmpty();
      Spread spread = Spread.of(standing.of(name).of(metric));
      lines.add(String.format(
              LINE,
              isFirst ? scenario : "",
              isFirst ? name : "",
              label(metric),
              number(spread.median()),
              "(" + number(spread.least()) + " to " + number(spread.most()) + ")",
              ratios(standing, name, metric))
          .stripTrailing());
    }
    lines.addAll(complaints(name, standing.of(name)));
    return lines;
  }

  private static List<String> complaints(String name, Rounds rounds) {
    List<String> lines = new ArrayList<>();
    rounds.breakdowns().forEach(why -> lines.add("  " + name + " broke down: " + why));
    if (!rounds.verdict().isFlawless()) {
      lines.add("  " + name + ": " + rounds.verdict());
    }
    return lines;
  }

  private static String ratios(Standing standing, String name, Metric metric) {
    return standing.baselinesOf(name).stream()
        .flatMap(baseline -> standing.ratio(name, baseline, metric).stream()
            .map(ratio -> number(ratio.median()) + " (" + number(ratio.least()) + " to "
                + number(ratio.most()) + ") to " + baseline))
        .collect(Collectors.joining(", "));
  }

  /** What the transports call messages are events here. */
  private static String label(Metric metric) {
    return metric == Metric.THROUGHPUT ? "events/s" : metric.label();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < FEW ? "%.2f" : "%,.0f", value);
  }
}
