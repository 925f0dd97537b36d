package io.belfry.compare.report;

import io.belfry.compare.report.BarChart.Bar;
import io.belfry.compare.report.HtmlTable.Cell;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rates and times over what is varied in a scenario; bars where nothing is. */
final class SweepSection {

  private static final List<Metric> RATES = List.of(Metric.SUSTAINED, Metric.THROUGHPUT);
  private static final List<Metric> BARS =
      List.of(Metric.SUSTAINED, Metric.THROUGHPUT, Metric.RESPONSE_P99, Metric.MAIL_P99);

  private final Scene scene;
  private final Map<String, Look> looks;

  SweepSection(Scene scene, Map<String, Look> looks) {
    this.scene = scene;
    this.looks = looks;
  }

  void draw(Html html) {
    if (scene.isFault()) {
      return;
    }
    List<Sweep> sweeps = Sweep.of(scene);
    html.open("div", "class", "charts");
    sweeps.forEach(sweep -> {
      RATES.stream().filter(scene::has).limit(1).forEach(rate -> draw(html, sweep, rate));
      draw(html, sweep, Metric.RESPONSE_P99);
    });
    if (sweeps.isEmpty() && scene.points().size() == 1) {
      BARS.stream().filter(scene::has).forEach(metric -> bars(html, metric));
    }
    html.close();
  }

  private void draw(Html html, Sweep sweep, Metric metric) {
    if (sweep.spreads(metric).isEmpty()) {
      return;
    }
    String rest = sweep.rest().isEmpty() ? "" : ", " + Place.said(sweep.rest());
    String caption = title(metric) + " by " + sweep.key() + rest;
    Figures.draw(
        html,
        caption,
        () -> new SweepChart(sweep, metric, looks).draw(html, scene.name() + ": " + caption),
        () -> table(html, sweep, metric, caption));
  }

  private static void table(Html html, Sweep sweep, Metric metric, String caption) {
    List<String> headings = new ArrayList<>(List.of("contestant"));
    sweep.values().forEach(value -> headings.add(Place.value(sweep.key(), value)));
    HtmlTable table = HtmlTable.open(html, caption + inUnits(metric), "figures").head(headings);
    for (String name : sweep.contestants()) {
      table.row(
          name,
          IntStream.range(0, sweep.values().size())
              .mapToObj(value -> cell(metric, sweep.spread(metric, name, value)))
              .toList());
    }
    table.close();
  }

  private void bars(Html html, Metric metric) {
    String caption = title(metric) + inUnits(metric);
    List<Bar> bars = scene.findings().stream()
        .map(finding -> new Bar(
            finding.contestant(),
            finding.spread(metric),
            Look.of(finding.contestant(), looks).style()))
        .toList();
    Figures.draw(
        html,
        caption,
        () -> new BarChart(bars, value -> Units.of(metric, value))
            .draw(html, scene.name() + ": " + caption),
        () -> table(html, metric, caption));
  }

  private void table(Html html, Metric metric, String caption) {
    HtmlTable table =
        HtmlTable.open(html, caption, "figures").head(List.of("contestant", "median", "repeats"));
    for (Finding finding : scene.findings()) {
      Spread spread = finding.spread(metric);
      Cell repeats = Cell.of(Integer.toString(spread.count()));
      table.row(finding.contestant(), List.of(cell(metric, spread), repeats));
    }
    table.close();
  }

  private static Cell cell(Metric metric, Spread spread) {
    String interval = spread.count() > 1 ? Units.interval(metric, spread) : "";
    return new Cell(Units.of(metric, spread.median()), interval, "");
  }

  private static String inUnits(Metric metric) {
    return metric.unit().endsWith("/s") ? ", in " + metric.unit() : "";
  }

  private static String title(Metric metric) {
    String name = Term.of(metric).name();
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
