package io.belfry.compare.report;

import io.belfry.compare.result.Account;
import io.belfry.compare.result.Curve;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Run;
import io.belfry.compare.result.Run.Mark;
import io.belfry.compare.result.Run.Slice;
import io.belfry.compare.result.Timed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A finding, step by step. */
final class FindingBuilder {

  static final int REPEATS = 5;

  private final String scenario;
  private final Map<String, String> point;
  private final String contestant;
  private final Random random;
  private Map<String, String> promise = Sample.SAFE;
  private Account account = new Account(10_000, 0, 10_000, 10_000, 0, 0, 0, 0);
  private final Map<Metric, double[]> figures = new EnumMap<>(Metric.class);
  private final Map<Timed, Curve> curves = new EnumMap<>(Timed.class);
  private List<Slice> timeline = List.of();
  private List<Mark> marks = List.of();
  private List<String> warnings = List.of();
  private String problem = "";
  private int repeats = REPEATS;

  private FindingBuilder(String scenario, Map<String, String> point, String contestant) {
    this.scenario = scenario;
    this.point = point;
    this.contestant = contestant;
    this.random = new Random((scenario + point + contestant).hashCode());
  }

  static FindingBuilder finding(String scenario, Map<String, String> point, String contestant) {
    return new FindingBuilder(scenario, point, contestant);
  }

  FindingBuilder promising(Map<String, String> promised) {
    promise = promised;
    return this;
  }

  /** Each repeat is a bit beside it. */
  FindingBuilder about(Metric metric, double value) {
    double[] repeated = new double[repeats];
    for (int i = 0; i < repeats; i++) {
      repeated[i] = value * (1 + random.nextGaussian() * 0.03);
    }
    return exactly(metric, repeated);
  }

  FindingBuilder exactly(Metric metric, double... values) {
    figures.put(metric, values);
    repeats = values.length;
    return this;
  }

  FindingBuilder accounting(Account each) {
    account = each;
    return this;
  }

  FindingBuilder running(List<Slice> slices, List<Mark> done) {
    timeline = slices;
    marks = done;
    return this;
  }

  FindingBuilder warning(String... sentences) {
    warnings = List.of(sentences);
    return this;
  }

  FindingBuilder failing(String sentence, int runs) {
    problem = sentence;
    repeats = runs;
    return this;
  }

  /** A curve with a tail, and the response figures that are seen in it. */
  FindingBuilder responding(double median, double tail) {
    Curve curve = curve(median, tail);
    curves.put(Timed.RESPONSE, curve);
    curves.put(Timed.SERVICE, curve(median * 0.9, tail * 0.9));
    about(Metric.RESPONSE_P50, median);
    about(Metric.RESPONSE_P99, at(99, median, tail));
    return about(Metric.RESPONSE_MAX, at(99.999, median, tail));
  }

  private static Curve curve(double median, double tail) {
    List<Curve.Point> points = new ArrayList<>();
    for (double nines = 0; nines < 5; nines += 0.1) {
      double percent = 100 - 100 / Math.pow(10, nines);
      points.add(new Curve.Point(percent, (long) at(percent, median, tail)));
    }
    points.add(new Curve.Point(100, (long) at(99.9995, median, tail)));
    return new Curve(150_000, median * 1.2, points);
  }

  private static double at(double percent, double median, double tail) {
    double nines = -Math.log10(1 - percent / 100);
    return median * (0.6 + 1.3 * Math.min(nines, 1))
        + tail * Math.pow(Math.max(0, nines - 1) / 4, 2);
  }

  Finding build() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < repeats; i++) {
      Map<Metric, Double> each = new EnumMap<>(Metric.class);
      int run = i;
      figures.forEach((metric, values) -> each.put(metric, values[run]));
      runs.add(new Run(each, account, timeline, marks, warnings));
    }
    return new Finding(scenario, point, contestant, promise, runs, curves, problem);
  }
}
