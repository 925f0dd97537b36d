package io.belfry.compare.report;

import io.belfry.compare.report.HtmlTable.Cell;
import io.belfry.compare.result.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The figures of percentile curves. */
final class CurveTable {

  private static final double[] PERCENTS = {50, 90, 99, 99.9, 99.99, 100};
  private static final List<String> HEADINGS =
      List.of("contestant", "50 %", "90 %", "99 %", "99.9 %", "99.99 %", "all", "mean", "count");
  private static final double NEAR = 1e-6;

  private CurveTable() {}

  static void draw(Html html, String caption, Map<String, Curve> curves) {
    HtmlTable table = HtmlTable.open(html, caption, "figures");
    table.head(HEADINGS);
    curves.forEach((name, curve) -> table.row(name, cells(curve)));
    table.close();
  }

  private static List<Cell> cells(Curve curve) {
    List<Cell> cells = new ArrayList<>();
    for (double percent : PERCENTS) {
      cells.add(Cell.of(curve.points().isEmpty() ? Units.MISSING : Units.time(at(curve, percent))));
    }
    cells.add(Cell.of(Units.time(curve.mean())));
    cells.add(Cell.of(Units.whole(curve.count())));
    return cells;
  }

  /** The time that so many percent are not above: that of the first point that goes so far. */
  static double at(Curve curve, double percent) {
    double nanos = 0;
    for (Curve.Point point : curve.points()) {
      nanos = point.nanos();
      if (point.percent() >= percent - NEAR) {
        break;
      }
    }
    return nanos;
  }
}
