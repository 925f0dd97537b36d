package io.belfry.compare.report;

import io.belfry.compare.report.Change.Kind;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Figures that are off by more than the noise. */
final class FigureChanges {

  private static final double LEAST = 0.05;

  private FigureChanges() {}

  static List<Change> of(Pair pair) {
    List<Change> changes = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      Spread before = spread(pair.before(), metric);
      Spread after = spread(pair.after(), metric);
      if (isOff(before, after)) {
        changes.add(change(pair, metric, before, after));
      }
    }
    return changes;
  }

  /** Whether there are so few repeats that nobody knows what is noise. */
  static boolean isUnsure(Pair pair) {
    return pair.isMeasuredTwice() && (isFew(pair.before()) || isFew(pair.after()));
  }

  private static boolean isFew(Optional<Finding> finding) {
    return finding.filter(each -> each.runs().size() < Ranking.FEWEST).isPresent();
  }

  private static Spread spread(Optional<Finding> finding, Metric metric) {
    return finding.map(each -> each.spread(metric)).orElse(Spread.of());
  }

  private static boolean isOff(Spread before, Spread after) {
    double step = Math.abs(after.median() - before.median());
    return before.isApartFrom(after) && step >= LEAST * Math.abs(before.median());
  }

  private static Change change(Pair pair, Metric metric, Spread before, Spread after) {
    boolean isUnsure = Math.min(before.count(), after.count()) < Ranking.FEWEST;
    boolean isMore = after.median() > before.median();
    boolean isBetter = isMore == (metric.better() == Metric.Better.MORE);
    String text = Term.of(metric).name() + " " + Units.inWords(metric, before.median()) + " → "
        + Units.inWords(metric, after.median()) + " (" + percent(before, after)
        + (isUnsure ? "; what is noise is not known" : intervals(metric, before, after)) + ")";
    return pair.change(
        Names.written(metric),
        isUnsure ? Kind.UNSURE : isBetter ? Kind.BETTER : Kind.WORSE,
        before.median(),
        after.median(),
        text);
  }

  private static String percent(Spread before, Spread after) {
    return before.median() == 0
        ? "from nothing"
        : String.format(Locale.ROOT, "%+,.0f %%", (after.median() / before.median() - 1) * 100);
  }

  private static String intervals(Metric metric, Spread before, Spread after) {
    return "; within " + Units.interval(metric, before) + ", then " + Units.interval(metric, after);
  }
}
