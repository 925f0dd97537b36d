package io.belfry.compare.report;

import java.util.ArrayList;
import java.util.List;

/**
 * From values to places.
 *
 * @param from the value at the start
 * @param to the value at the end
 * @param start the place of the start
 * @param end the place of the end
 * @param isLog whether equal steps are equal factors
 */
record Axis(double from, double to, double start, double end, boolean isLog) {

  private static final double FEW_DECADES = 2.6;

  /** From zero to something above the highest. */
  static Axis linear(double highest, double start, double end) {
    double step = step(highest);
    double top = highest <= 0 ? 1 : Math.ceil(highest / step - 1e-9) * step;
    return new Axis(0, top, start, end, false);
  }

  /** With both in it; whole steps of 1, 2 and 5. */
  static Axis log(double lowest, double highest, double start, double end) {
    double low = lowest > 0 ? lowest : 1;
    double high = Math.max(highest, low);
    double from = rounded(low, true);
    double to = rounded(high, false);
    return new Axis(from, to > from ? to : from * 10, start, end, true);
  }

  /** The place of a value; what is beyond the ends is at the ends. */
  double at(double value) {
    double inside = Math.min(to, Math.max(from, value));
    double share =
        isLog ? Math.log(inside / from) / Math.log(to / from) : (inside - from) / (to - from);
    return start + share * (end - start);
  }

  /** Values that are worth a line. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    if (isLog) {
      boolean isFine = Math.log10(to / from) < FEW_DECADES;
      for (double decade = decade(from); decade <= to * 1.001; decade *= 10) {
        addInside(ticks, decade);
        if (isFine) {
          addInside(ticks, decade * 2);
          addInside(ticks, decade * 5);
        }
      }
    } else {
      double step = step(to);
      for (int i = 0; i * step <= to * 1.001; i++) {
        ticks.add(i * step);
      }
    }
    return ticks;
  }

  private void addInside(List<Double> ticks, double value) {
    if (value >= from * 0.999 && value <= to * 1.001) {
      ticks.add(value);
    }
  }

  private static double decade(double value) {
    return Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
  }

  /** A step that makes four to eight of them. */
  private static double step(double highest) {
    if (highest <= 0) {
      return 1;
    }
    double decade = decade(highest);
    double many = highest / decade;
    return many > 4 ? decade : many > 2 ? decade / 2 : decade / 5;
  }

  private static double rounded(double value, boolean isDown) {
    double decade = decade(value);
    double best = isDown ? decade : decade * 10;
    for (double factor : new double[] {1, 2, 5}) {
      double tick = decade * factor;
      if (isDown && tick <= value * 1.001) {
        best = tick;
      } else if (!isDown && tick >= value * 0.999) {
        return tick;
      }
    }
    return best;
  }
}
