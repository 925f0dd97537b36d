package io.belfry.compare.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;

/** The frame of a chart: a field with lines across it, and names at the ends of what is drawn. */
final class Chart {

  static final double WIDTH = 560;
  static final double HEIGHT = 290;
  static final double LEFT = 62;
  static final double RIGHT = 412;
  static final double TOP = 24;
  static final double BOTTOM = 246;

  private static final double APART = 14;
  private static final double FAR = 60;
  private static final int LONGEST_NAME = 19;

  private final Svg svg;
  private final List<Name> names = new ArrayList<>();

  private Chart(Svg svg) {
    this.svg = svg;
  }

  static Chart open(Html html, String label) {
    return new Chart(Svg.open(html, WIDTH, HEIGHT, label));
  }

  Svg svg() {
    return svg;
  }

  /** Lines across, with what they mean at the left, and what it is above them. */
  void upright(Axis axis, String title, DoubleFunction<String> text) {
    svg.text("title", 4, 12, title);
    for (double tick : axis.ticks()) {
      double y = axis.at(tick);
      svg.line("grid", LEFT, y, RIGHT, y);
      svg.text("tick left", LEFT - 7, y + 4, text.apply(tick));
    }
  }

  /** A mark below the field. */
  void below(double x, String text) {
    svg.line("tickline", x, BOTTOM, x, BOTTOM + 4);
    svg.text("tick middle", x, BOTTOM + 18, text);
  }

  void base(String title) {
    svg.line("base", LEFT, BOTTOM, RIGHT, BOTTOM);
    svg.text("title middle", (LEFT + RIGHT) / 2, BOTTOM + 38, title);
  }

  /** Names what ends at that place. */
  void name(String name, Look look, double x, double y) {
    names.add(new Name(name, look, x, y));
  }

  /** Writes the names, so that none covers another. */
  void close() {
    names.sort(Comparator.comparingDouble(Name::y));
    double[] places = places();
    for (int i = 0; i < places.length; i++) {
      Name each = names.get(i);
      String style = each.x < RIGHT - FAR ? "leader early " : "leader ";
      svg.line(style + each.look.style(), each.x + 4, each.y, RIGHT + 14, places[i]);
      svg.text(
          "name", RIGHT + 17, places[i] + 4, Folded.shortened(each.text, LONGEST_NAME), each.text);
    }
    svg.close();
  }

  private double[] places() {
    double[] places = names.stream().mapToDouble(Name::y).toArray();
    for (int i = 1; i < places.length; i++) {
      places[i] = Math.max(places[i], places[i - 1] + APART);
    }
    double lowest = BOTTOM - 2;
    for (int i = places.length - 1; i >= 0; i--) {
      places[i] = Math.min(places[i], lowest);
      lowest = places[i] - APART;
    }
    return places;
  }

  private record Name(String text, Look look, double x, double y) {}
}
