package io.belfry.compare.report;

import io.belfry.compare.report.Headline.Kind;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What could not be measured, and what a reader must know: each sentence once, with its places. */
final class WarningHeadlines {

  private static final int MOST = 4;

  private WarningHeadlines() {}

  static List<Headline> of(List<Scene> scenes) {
    Map<String, Set<String>> problems = new LinkedHashMap<>();
    Map<String, Set<String>> warnings = new LinkedHashMap<>();
    for (Scene scene : scenes) {
      for (Finding finding : scene.findings()) {
        if (!finding.problem().isEmpty()) {
          add(problems, finding.problem(), finding);
        }
        // Why a search went no further belongs to its scenario: it is no fault.
        for (Run run : scene.has(Metric.SUSTAINED) ? List.<Run>of() : finding.runs()) {
          run.warnings().forEach(warning -> add(warnings, warning, finding));
        }
      }
    }
    List<Headline> headlines = new ArrayList<>();
    problems.forEach((text, places) -> headlines.add(told(Kind.PROBLEM, text, places)));
    warnings.forEach((text, places) -> headlines.add(told(Kind.WARNING, text, places)));
    return headlines;
  }

  private static void add(Map<String, Set<String>> all, String text, Finding finding) {
    String point = Place.said(finding.point());
    all.computeIfAbsent(text, key -> new LinkedHashSet<>())
        .add(finding.scenario() + ", " + finding.contestant()
            + (point.isEmpty() ? "" : ", " + point));
  }

  private static Headline told(Kind kind, String text, Set<String> places) {
    List<String> first = places.stream().limit(MOST).toList();
    int more = places.size() - first.size();
    String rest = more > 0 ? "; and at " + more + " more" : "";
    return new Headline(kind, "", text + " (" + String.join("; ", first) + rest + ")");
  }
}
