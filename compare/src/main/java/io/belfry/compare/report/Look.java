package io.belfry.compare.report;

import io.belfry.compare.result.Comparison;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a contestant looks like in every chart: a colour, and for those who see none, a dash and a
 * mark.
 *
 * @param style the class of its colour
 * @param dash how its line is broken
 * @param shape which mark it has
 */
record Look(String style, String dash, int shape) {

  private static final int COLOURS = 8;
  private static final int SHAPES = 5;
  private static final String[] DASHES = {
    "none", "8 3", "2 3", "10 3 2 3", "14 4", "5 2 1 2 1 2", "1 4", "20 3 4 3"
  };
  private static final Look UNKNOWN = at(0);

  static Map<String, Look> of(Comparison comparison) {
    Map<String, Look> looks = new LinkedHashMap<>();
    comparison.contestants().forEach(each -> looks.put(each.name(), at(looks.size())));
    comparison
        .findings()
        .forEach(finding -> looks.putIfAbsent(finding.contestant(), at(looks.size())));
    return looks;
  }

  static Look of(String contestant, Map<String, Look> looks) {
    return looks.getOrDefault(contestant, UNKNOWN);
  }

  private static Look at(int index) {
    int turn = index / COLOURS;
    return new Look("c" + index % COLOURS, DASHES[(index + turn) % DASHES.length], index % SHAPES);
  }

  /** The outline of its mark. */
  String mark(double x, double y) {
    return switch (shape) {
      case 0 -> "M" + Svg.at(x - 3.5, y) + "a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z";
      case 1 -> "M" + Svg.at(x - 3.2, y - 3.2) + "h6.4v6.4h-6.4z";
      case 2 -> "M" + Svg.at(x, y - 4.2) + "l4.2 7.4h-8.4z";
      case 3 -> "M" + Svg.at(x, y - 4.6) + "l4.6 4.6l-4.6 4.6l-4.6 -4.6z";
      default -> "M" + Svg.at(x, y + 4.2) + "l-4.2 -7.4h8.4z";
    };
  }
}
