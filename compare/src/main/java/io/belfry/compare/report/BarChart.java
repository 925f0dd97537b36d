package io.belfry.compare.report;

import io.belfry.compare.result.Spread;
import java.util.List;
import java.util.function.DoubleFunction;

/** Bars below each other, each with its name and its figure. */
final class BarChart {

  private static final double ROW = 25;
  private static final double LEFT = 214;
  private static final double RIGHT = 470;
  private static final double THICK = 13;
  private static final int LONGEST_NAME = 27;

  private final List<Bar> bars;
  private final DoubleFunction<String> text;
  private final Axis across;

  BarChart(List<Bar> bars, DoubleFunction<String> text) {
    this.bars = bars;
    this.text = text;
    double most = bars.stream()
        .map(Bar::spread)
        .filter(spread -> spread.count() > 0)
        .mapToDouble(Spread::high)
        .max()
        .orElse(1);
    this.across = new Axis(0, most > 0 ? most : 1, LEFT, RIGHT, false);
  }

  void draw(Html html, String label) {
    double height = bars.size() * ROW + 8;
    Svg svg = Svg.open(html, Chart.WIDTH, height, label);
    for (int i = 0; i < bars.size(); i++) {
      draw(svg, bars.get(i), 4 + i * ROW);
    }
    svg.line("base", LEFT, 2, LEFT, height - 2);
    svg.close();
  }

  private void draw(Svg svg, Bar bar, double top) {
    double middle = top + ROW / 2;
    Spread spread = bar.spread;
    svg.text("name left", LEFT - 9, middle + 4, Folded.shortened(bar.name, LONGEST_NAME), bar.name);
    double end = LEFT;
    if (spread.count() > 0) {
      double width = across.at(spread.median()) - LEFT;
      String title = bar.name + ": " + text.apply(spread.median());
      svg.rect("bar " + bar.style, LEFT, middle - THICK / 2, width, THICK, title);
      end = Math.max(LEFT + width, across.at(spread.high()));
      whisker(svg, spread, middle);
    }
    svg.text("figure", end + 8, middle + 4, text.apply(spread.median()));
  }

  private void whisker(Svg svg, Spread spread, double y) {
    if (spread.count() > 1 && spread.low() < spread.high()) {
      double low = across.at(spread.low());
      double high = across.at(spread.high());
      svg.line("whisker ink", low, y, high, y);
      svg.line("whisker ink", low, y - 4, low, y + 4);
      svg.line("whisker ink", high, y - 4, high, y + 4);
    }
  }

  /**
   * A bar.
   *
   * @param name at its left
   * @param spread how long it is
   * @param style the class of its colour
   */
  record Bar(String name, Spread spread, String style) {}
}
