package io.belfry.compare.report;

import io.belfry.compare.result.Comparison;
import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Run;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What it takes to do it again, and to read it. */
final class AppendixSection {

  private final Comparison comparison;

  AppendixSection(Comparison comparison) {
    this.comparison = comparison;
  }

  void draw(Html html) {
    html.open("section", "id", "again", "aria-labelledby", "again-title");
    html.element("h2", "To do it again", "id", "again-title");
    html.open("pre", "tabindex", "0").element("code", comparison.command()).close();
    html.open("div", "class", "sheets");
    sheet(html, "Where it ran", comparison.fingerprint());
    sheet(html, "How it was measured", comparison.method());
    html.close().close().line();
    html.open("section", "id", "reading", "aria-labelledby", "reading-title");
    html.element("h2", "How to read the figures", "id", "reading-title");
    general(html);
    terms(html);
    html.close().line();
  }

  private static void sheet(Html html, String title, Map<String, String> facts) {
    html.open("div").element("h3", title).open("dl", "class", "sheet");
    facts.forEach((key, value) -> html.element("dt", key).element("dd", value));
    html.close().close();
  }

  private static void general(Html html) {
    html.element(
        "p",
        "A figure is the median of the repeats. Below it, in smaller type, stands the interval in"
            + " which the true median lies; it assumes nothing about how the figures are"
            + " distributed. With five repeats its confidence is 94 %, with three 75 %. Two"
            + " contestants are only told apart if their intervals are.");
    html.element(
        "p",
        "Times are counted from when a message was due, not from when it could be sent: whoever"
            + " holds up the sender can't hide it. Accounts are of all repeats together. A dash is"
            + " what was not measured; 0 was measured.");
  }

  private void terms(Html html) {
    Set<Metric> metrics = new TreeSet<>();
    comparison.findings().stream()
        .flatMap(finding -> finding.runs().stream())
        .map(Run::figures)
        .forEach(figures -> metrics.addAll(figures.keySet()));
    html.open("dl", "class", "sheet terms");
    metrics.forEach(metric -> html.element("dt", Term.of(metric).heading())
        .element("dd", Term.of(metric).meaning()));
    html.close();
  }
}
