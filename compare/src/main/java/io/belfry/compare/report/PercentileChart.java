package io.belfry.compare.report;

import io.belfry.compare.result.Curve;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** How long so many percent took at most; each further nine has as much room as the one before. */
final class PercentileChart {

  private static final double MOST_NINES = 5.5;
  private static final double LEAST_NINES = 2;

  private final Map<String, Curve> curves = new LinkedHashMap<>();
  private final Map<String, Look> looks;
  private final Axis across;
  private final Axis upright;

  /** Drawn with the scale of others, so that they can be compared at a glance. */
  PercentileChart(Map<String, Curve> shown, Collection<Curve> others, Map<String, Look> looks) {
    shown.forEach((name, curve) -> {
      if (!curve.points().isEmpty()) {
        curves.put(name, curve);
      }
    });
    this.looks = looks;
    double most = others.stream().mapToDouble(Curve::count).max().orElse(1);
    double nines = Math.min(MOST_NINES, Math.max(LEAST_NINES, Math.log10(Math.max(most, 1))));
    this.across = new Axis(0, nines, Chart.LEFT, Chart.RIGHT, false);
    this.upright = Axis.log(lowest(others), highest(others), Chart.BOTTOM, Chart.TOP);
  }

  void draw(Html html, String label) {
    Chart chart = Chart.open(html, label);
    chart.upright(upright, "time, log scale", nanos -> Units.plain(Units.time(nanos)));
    for (int nines = 0; nines <= across.to(); nines++) {
      chart.below(across.at(nines), percent(nines));
      chart.svg().line("grid", across.at(nines), Chart.TOP, across.at(nines), Chart.BOTTOM);
    }
    chart.base("share of the messages that took no longer");
    curves.forEach((name, curve) -> draw(chart, name, curve));
    chart.close();
  }

  private void draw(Chart chart, String name, Curve curve) {
    Look look = Look.of(name, looks);
    List<String> places = new ArrayList<>();
    curve
        .points()
        .forEach(point -> places.add(Svg.at(x(point), upright.at((double) point.nanos()))));
    String title = name + ": half up to " + Units.time(CurveTable.at(curve, 50)) + ", 99 % up to "
        + Units.time(CurveTable.at(curve, 99)) + ", all up to "
        + Units.time(CurveTable.at(curve, 100));
    chart
        .svg()
        .path(
            "curve " + look.style(),
            look.dash(),
            "M" + String.join("L", new LinkedHashSet<>(places)),
            title);
    for (int nines = 0; nines <= across.to(); nines++) {
      double y = upright.at(CurveTable.at(curve, 100 - 100 / Math.pow(10, nines)));
      chart.svg().path("mark " + look.style(), "none", look.mark(across.at(nines), y), title);
    }
    Curve.Point last = curve.points().get(curve.points().size() - 1);
    chart.name(name, look, x(last), upright.at((double) last.nanos()));
  }

  private double x(Curve.Point point) {
    return across.at(point.percent() >= 100 ? across.to() : -Math.log10(1 - point.percent() / 100));
  }

  private static double lowest(Collection<Curve> curves) {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .mapToDouble(Curve.Point::nanos)
        .filter(nanos -> nanos > 0)
        .min()
        .orElse(1);
  }

  private static double highest(Collection<Curve> curves) {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .mapToDouble(Curve.Point::nanos)
        .max()
        .orElse(1);
  }

  private static String percent(int nines) {
    return switch (nines) {
      case 0 -> "0 %";
      case 1 -> "90 %";
      case 2 -> "99 %";
      default -> "99." + "9".repeat(nines - 2) + " %";
    };
  }
}
