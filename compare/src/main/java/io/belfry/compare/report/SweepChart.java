package io.belfry.compare.report;

import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A figure over what is varied, with its interval at each point. */
final class SweepChart {

  private static final double WIDE = 20;
  private static final double INSET = 26;

  private final Sweep sweep;
  private final Metric metric;
  private final Map<String, Look> looks;
  private final Axis upright;

  SweepChart(Sweep sweep, Metric metric, Map<String, Look> looks) {
    this.sweep = sweep;
    this.metric = metric;
    this.looks = looks;
    List<Spread> all = sweep.spreads(metric);
    double least =
        all.stream().mapToDouble(Spread::low).filter(low -> low > 0).min().orElse(1);
    double most = all.stream().mapToDouble(Spread::high).max().orElse(1);
    this.upright = most / least > WIDE
        ? Axis.log(least, most, Chart.BOTTOM, Chart.TOP)
        : Axis.linear(most, Chart.BOTTOM, Chart.TOP);
  }

  void draw(Html html, String label) {
    Chart chart = Chart.open(html, label);
    String scale = upright.isLog() ? ", log scale" : "";
    chart.upright(
        upright,
        Term.of(metric).name() + unit() + scale,
        value -> Units.plain(Units.of(metric, value)));
    for (int i = 0; i < sweep.values().size(); i++) {
      chart.below(x(i, 0, 1), Place.value(sweep.key(), sweep.values().get(i)));
    }
    chart.base(sweep.key());
    List<String> names = sweep.contestants();
    for (int i = 0; i < names.size(); i++) {
      draw(chart, names.get(i), i, names.size());
    }
    chart.close();
  }

  private String unit() {
    return metric.unit().endsWith("/s") ? ", " + metric.unit() : "";
  }

  private void draw(Chart chart, String name, int index, int count) {
    Look look = Look.of(name, looks);
    List<String> places = new ArrayList<>();
    double lastX = 0;
    double lastY = 0;
    for (int i = 0; i < sweep.values().size(); i++) {
      Spread spread = sweep.spread(metric, name, i);
      if (spread.count() > 0) {
        lastX = x(i, index, count);
        lastY = upright.at(spread.median());
        places.add(Svg.at(lastX, lastY));
        mark(chart.svg(), look, spread, lastX, title(name, i, spread));
      }
    }
    if (!places.isEmpty()) {
      chart.svg().path("curve " + look.style(), look.dash(), "M" + String.join("L", places), name);
      chart.name(name, look, lastX, lastY);
    }
  }

  private void mark(Svg svg, Look look, Spread spread, double x, String title) {
    double low = upright.at(spread.low());
    double high = upright.at(spread.high());
    if (spread.count() > 1) {
      svg.line("whisker " + look.style(), x, low, x, high);
      svg.line("whisker " + look.style(), x - 4, low, x + 4, low);
      svg.line("whisker " + look.style(), x - 4, high, x + 4, high);
    }
    svg.path("mark " + look.style(), "none", look.mark(x, upright.at(spread.median())), title);
  }

  private String title(String name, int index, Spread spread) {
    return name + ", " + Place.said(sweep.key(), sweep.values().get(index)) + ": "
        + Units.inWords(metric, spread.median());
  }

  /** Beside each other, so that no interval hides another. */
  private double x(int value, int index, int count) {
    double from = Chart.LEFT + INSET;
    int steps = Math.max(1, sweep.values().size() - 1);
    double aside = (index - (count - 1) / 2.0) * Math.min(5, 30.0 / count);
    return from + value * (Chart.RIGHT - INSET - from) / steps + aside;
  }
}
