package io.belfry.compare.report;

import io.belfry.compare.report.Change.Kind;
import io.belfry.compare.result.Finding;
import java.util.List;
import java.util.Optional;

/** What was found in only one of two comparisons. */
final class PresenceChanges {

  private PresenceChanges() {}

  static List<Change> of(Pair pair) {
    if (pair.wasMeasured() == pair.isMeasured()) {
      return List.of();
    }
    boolean isNew = pair.isMeasured();
    String text = (isNew ? "is only in the later comparison" : "is only in the earlier comparison")
        + why(isNew ? pair.before() : pair.after());
    return List.of(pair.change("", isNew ? Kind.NEW : Kind.GONE, Double.NaN, Double.NaN, text));
  }

  private static String why(Optional<Finding> other) {
    return other
        .map(Finding::problem)
        .filter(problem -> !problem.isEmpty())
        .map(problem -> " (the other says: " + problem + ")")
        .orElse("");
  }
}
