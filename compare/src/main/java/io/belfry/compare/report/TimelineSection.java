package io.belfry.compare.report;

import io.belfry.compare.report.HtmlTable.Cell;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Run;
import io.belfry.compare.result.Run.Slice;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a fault went over the time: for each finding the repeat in the middle. */
final class TimelineSection {

  private static final int MOST_ROWS = 40;
  private static final double MILLIS = 1_000;

  private final Scene scene;
  private final Map<String, Look> looks;

  TimelineSection(Scene scene, Map<String, Look> looks) {
    this.scene = scene;
    this.looks = looks;
  }

  void draw(Html html) {
    List<Finding> shown =
        scene.findings().stream().filter(finding -> middle(finding).isPresent()).toList();
    if (shown.isEmpty()) {
      return;
    }
    long highest = shown.stream()
        .flatMap(finding -> middle(finding).stream())
        .mapToLong(TimelineChart::highest)
        .max()
        .orElse(1);
    html.element("h3", "How it went");
    html.element(
        "p",
        "The filled field is what arrived; the broken line is what was due, and the field below it"
            + " what did not arrive then. Of each, the repeat with the middle outage is shown; all"
            + " charts have the same scale.");
    html.open("div", "class", "charts slices");
    ordered(shown)
        .forEach(finding -> middle(finding).ifPresent(run -> draw(html, finding, run, highest)));
    html.close();
  }

  /** The layers of one contestant beside each other. */
  private static List<Finding> ordered(List<Finding> findings) {
    List<String> names = findings.stream().map(Finding::contestant).distinct().toList();
    return findings.stream()
        .sorted(Comparator.comparing(finding -> names.indexOf(finding.contestant())))
        .toList();
  }

  private static Optional<Run> middle(Finding finding) {
    List<Run> runs = finding.runs().stream()
        .filter(run -> !run.timeline().isEmpty())
        .sorted(Comparator.comparingDouble(run -> run.figures().getOrDefault(Metric.OUTAGE, 0.0)))
        .toList();
    return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get((runs.size() - 1) / 2));
  }

  private void draw(Html html, Finding finding, Run run, long highest) {
    String place = finding.point().isEmpty() ? "" : ", " + Place.said(finding.point());
    String caption = finding.contestant() + place + ": " + LayerHeadlines.lost(run.account())
        + (run.account().lost() == 1 ? " was lost" : " were lost");
    Look look = Look.of(finding.contestant(), looks);
    Figures.draw(
        html,
        caption,
        () -> new TimelineChart(run, look, highest).draw(html, scene.name() + ": " + caption),
        () -> table(html, caption, run));
  }

  private static void table(Html html, String caption, Run run) {
    HtmlTable table = HtmlTable.open(html, caption, "figures")
        .head(List.of("from second", "due", "arrived", "slowest", "what was done"));
    List<Slice> slices = Slices.atMost(MOST_ROWS, run.timeline());
    long width = Slices.width(slices);
    slices.forEach(slice -> row(table, slice, marks(run, slice.at(), slice.at() + width)));
    table.close();
  }

  private static void row(HtmlTable table, Slice slice, String marks) {
    String slowest = slice.received() == 0 ? Units.MISSING : Units.time((double) slice.slowest());
    table.row(
        Units.number(slice.at() / MILLIS),
        List.of(
            Cell.of(Units.whole(slice.sent())),
            Cell.of(Units.whole(slice.received())),
            Cell.of(slowest),
            Cell.of(marks, "words")));
  }

  private static String marks(Run run, long from, long end) {
    List<String> done = run.marks().stream()
        .filter(mark -> mark.at() >= from && mark.at() < end)
        .map(Run.Mark::what)
        .toList();
    return String.join(", ", done);
  }
}
