package io.belfry.compare.report;

import io.belfry.compare.report.BarChart.Bar;
import io.belfry.compare.report.HtmlTable.Cell;
import io.belfry.compare.result.Account;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Run;
import io.belfry.compare.result.Spread;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a fault cost: the share of the deliveries that never came. */
final class LossFigure {

  private static final List<String> HEADINGS =
      List.of("contestant", "wanted", "lost", "refused", "share", "repeated", "outage", "recovery");

  private final Scene scene;
  private final Map<String, Look> looks;

  LossFigure(Scene scene, Map<String, Look> looks) {
    this.scene = scene;
    this.looks = looks;
  }

  void draw(Html html) {
    List<Finding> findings = ordered();
    if (!scene.isFault() || findings.isEmpty()) {
      return;
    }
    String caption = scene.name() + ": the share of the deliveries that were lost or refused";
    List<Bar> bars = findings.stream().map(this::bar).toList();
    Figures.draw(
        html,
        caption,
        () -> new BarChart(bars, Units::share).draw(html, caption),
        () -> table(html, caption, findings));
  }

  private List<Finding> ordered() {
    List<String> names =
        scene.findings().stream().map(Finding::contestant).distinct().toList();
    return scene.findings().stream()
        .filter(finding -> finding.account().wanted() > 0)
        .sorted(Comparator.comparing(finding -> names.indexOf(finding.contestant())))
        .toList();
  }

  private Bar bar(Finding finding) {
    double[] shares = finding.runs().stream()
        .map(Run::account)
        .filter(account -> account.wanted() > 0)
        .mapToDouble(account -> (double) account.missed() / account.wanted())
        .toArray();
    return new Bar(
        named(finding), Spread.of(shares), Look.of(finding.contestant(), looks).style());
  }

  private static void table(Html html, String caption, List<Finding> findings) {
    HtmlTable table = HtmlTable.open(html, caption, "figures").head(HEADINGS);
    for (Finding finding : findings) {
      Account account = finding.account();
      table.row(
          named(finding),
          List.of(
              Cell.of(Units.whole(account.wanted())),
              Cell.of(Units.whole(account.lost()), account.lost() > 0 ? "flaw" : ""),
              Cell.of(Units.whole(account.refused()), account.refused() > 0 ? "flaw" : ""),
              Cell.of(Units.share(account.missed(), account.wanted())),
              Cell.of(Units.whole(account.repeated())),
              Cell.of(Units.time(finding.spread(Metric.OUTAGE).median())),
              Cell.of(Units.time(finding.spread(Metric.RECOVERY).median()))));
    }
    table.close();
  }

  private static String named(Finding finding) {
    String place = String.join(", ", finding.point().values());
    String name = Folded.shortened(finding.contestant(), 15);
    return place.isEmpty() ? finding.contestant() : name + ", " + place;
  }
}
