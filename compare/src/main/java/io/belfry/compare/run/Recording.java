package io.belfry.compare.run;

import io.belfry.compare.result.Curve;
import io.belfry.compare.result.Curve.Point;
import io.belfry.compare.result.Timed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** All times of a finding: of each repeat, and together. */
final class Recording {

  private static final int STEPS_FOR_EACH_HALF = 4;

  private final List<Map<Timed, Histogram>> repeats = new ArrayList<>();

  void add(Map<Timed, Histogram> times) {
    repeats.add(times);
  }

  List<Map<Timed, Histogram>> repeats() {
    return List.copyOf(repeats);
  }

  Map<Timed, Curve> curves() {
    Map<Timed, Histogram> sums = new EnumMap<>(Timed.class);
    repeats.forEach(times -> times.forEach((timed, histogram) ->
        sums.computeIfAbsent(timed, any -> new Histogram(3)).add(histogram)));
    Map<Timed, Curve> curves = new EnumMap<>(Timed.class);
    sums.forEach((timed, histogram) -> {
      if (histogram.getTotalCount() > 0) {
        curves.put(timed, curve(histogram));
      }
    });
    return curves;
  }

  private static Curve curve(Histogram histogram) {
    List<Point> points = new ArrayList<>();
    for (HistogramIterationValue value : histogram.percentiles(STEPS_FOR_EACH_HALF)) {
      points.add(new Point(value.getPercentileLevelIteratedTo(), value.getValueIteratedTo()));
    }
    return new Curve(histogram.getTotalCount(), histogram.getMean(), List.copyOf(points));
  }
}
