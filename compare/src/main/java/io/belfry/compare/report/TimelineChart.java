package io.belfry.compare.report;

import io.belfry.compare.result.Run;
import io.belfry.compare.result.Run.Mark;
import io.belfry.compare.result.Run.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What arrived over the time, and what was due; with what was done in between. */
final class TimelineChart {

  private static final double NAME_WIDTH = 6.6;
  private static final int MOST_SLICES = 300;
  private static final long MOST_TIMES_DUE = 3;
  private static final double MILLIS = 1_000;
  private static final double RIGHT = 540;

  private final List<Slice> slices;
  private final List<Mark> done;
  private final Look look;
  private final Axis across;
  private final Axis upright;

  /** Charts with the same highest can be compared at a glance. */
  TimelineChart(Run run, Look look, long highest) {
    this.slices = Slices.atMost(MOST_SLICES, run.timeline());
    this.done = run.marks();
    this.look = look;
    this.across = new Axis(0, (double) Math.max(1, end()), Chart.LEFT, RIGHT, false);
    this.upright = Axis.linear((double) highest, Chart.BOTTOM, Chart.TOP + 28);
  }

  /** What is far above what was due is cut off, and its figure is written there. */
  static long highest(Run run) {
    List<Slice> slices = Slices.atMost(MOST_SLICES, run.timeline());
    long due = slices.stream().mapToLong(Slice::sent).max().orElse(1);
    long arrived = slices.stream().mapToLong(Slice::received).max().orElse(1);
    return Math.max(due, Math.min(arrived, due * MOST_TIMES_DUE));
  }

  void draw(Html html, String label) {
    Svg svg = Svg.open(html, Chart.WIDTH, Chart.HEIGHT, label);
    svg.text("title", 4, 12, "deliveries in each " + Units.plain(Units.time(width() * 1e6)));
    for (double tick : upright.ticks()) {
      svg.line("grid", Chart.LEFT, upright.at(tick), RIGHT, upright.at(tick));
      svg.text("tick left", Chart.LEFT - 7, upright.at(tick) + 4, Units.number(tick));
    }
    seconds(svg);
    svg.path("gap", "none", gap(), "What was due and did not arrive then");
    svg.path("area " + look.style(), "none", area(), "What arrived");
    svg.path("due", "4 3", steps(), "What was due");
    svg.line("base", Chart.LEFT, Chart.BOTTOM, RIGHT, Chart.BOTTOM);
    bursts(svg);
    marks(svg);
    svg.text("title middle", (Chart.LEFT + RIGHT) / 2, Chart.BOTTOM + 38, "seconds");
    svg.close();
  }

  private void seconds(Svg svg) {
    for (double tick : Axis.linear(end() / MILLIS, 0, 1).ticks()) {
      if (tick * MILLIS <= end()) {
        double x = across.at(tick * MILLIS);
        svg.line("tickline", x, Chart.BOTTOM, x, Chart.BOTTOM + 4);
        svg.text("tick middle", x, Chart.BOTTOM + 18, Units.number(tick));
      }
    }
  }

  private String area() {
    StringBuilder path = new StringBuilder("M" + Svg.at(Chart.LEFT, Chart.BOTTOM));
    for (Slice slice : slices) {
      double y = y(slice.received());
      path.append('L').append(Svg.at(x(slice.at()), y));
      path.append('L').append(Svg.at(x(slice.at() + width()), y));
    }
    return path + "L" + Svg.at(x(end()), Chart.BOTTOM) + "Z";
  }

  private String gap() {
    StringBuilder path = new StringBuilder("M" + Svg.at(Chart.LEFT, Chart.BOTTOM));
    for (Slice slice : slices) {
      if (slice.received() < slice.sent()) {
        path.append('M').append(Svg.at(x(slice.at()), y(slice.received())));
        path.append('V').append(Svg.number(y(slice.sent())));
        path.append('H').append(Svg.number(x(slice.at() + width())));
        path.append('V').append(Svg.number(y(slice.received()))).append('Z');
      }
    }
    return path.toString();
  }

  /** The highest of what is cut off. */
  private void bursts(Svg svg) {
    slices.stream()
        .filter(slice -> slice.received() > upright.to())
        .max(Comparator.comparingLong(Slice::received))
        .ifPresent(slice -> svg.text(
            "figure",
            x(slice.at() + width()) + 4,
            upright.end() + 11,
            "↑ " + Units.whole(slice.received())));
  }

  private String steps() {
    List<String> places = new ArrayList<>();
    for (Slice slice : slices) {
      double y = y(slice.sent());
      places.add(Svg.at(x(slice.at()), y));
      places.add(Svg.at(x(slice.at() + width()), y));
    }
    return "M" + String.join("L", places);
  }

  /** Each has its name above the field, in one of two lines where they are near each other. */
  private void marks(Svg svg) {
    List<Mark> sorted = done.stream().sorted(Comparator.comparingLong(Mark::at)).toList();
    double[] free = {Chart.LEFT, Chart.LEFT};
    for (Mark mark : sorted) {
      double x = x(mark.at());
      String what = Folded.shortened(mark.what(), 24);
      double width = what.length() * NAME_WIDTH;
      double start = Math.max(Chart.LEFT, Math.min(x + 3, RIGHT - width));
      int row = free[0] <= start ? 0 : 1;
      free[row] = start + width + 6;
      svg.line("event", x, Chart.TOP + 2 + row * 13, x, Chart.BOTTOM);
      svg.text("eventname", start, Chart.TOP + 10 + row * 13, what, mark.what());
    }
  }

  private double x(long at) {
    return across.at((double) at);
  }

  private double y(long count) {
    return upright.at((double) count);
  }

  private long width() {
    return Slices.width(slices);
  }

  private long end() {
    return slices.isEmpty() ? 1 : slices.get(slices.size() - 1).at() + width();
  }
}
