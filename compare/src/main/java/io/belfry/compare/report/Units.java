package io.belfry.compare.report;

import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Spread;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures as people read them: three digits that count, and a unit that keeps them short. */
final class Units {

  static final String MISSING = "–";

  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final double KIBI = 1024;
  private static final double KILO = 1000;
  private static final String[] TIMES = {"ns", "µs", "ms", "s"};
  private static final String[] SIZES = {"B", "KiB", "MiB", "GiB"};

  private Units() {}

  static String of(Metric metric, double value) {
    return switch (metric.unit()) {
      case "ns", "ns/message" -> time(value);
      case "bytes", "bytes/message" -> bytes(value);
      case "share" -> share(value);
      default -> number(value);
    };
  }

  /** With what it is counted in, for sentences. */
  static String inWords(Metric metric, double value) {
    return switch (metric.unit()) {
      case "ns", "bytes", "share" -> of(metric, value);
      case "ns/message", "bytes/message" -> of(metric, value) + " a message";
      default -> of(metric, value) + " " + metric.unit();
    };
  }

  static String time(double nanos) {
    return scaled(nanos, KILO, TIMES);
  }

  static String bytes(double bytes) {
    return scaled(bytes, KIBI, SIZES);
  }

  static String share(double share) {
    return !Double.isFinite(share) || share == 0 ? number(share) : number(share * 100) + " %";
  }

  /** Without zeros after the point, which say nothing where a figure was set and not measured. */
  static String plain(String text) {
    return text.contains(".") ? text.replaceAll("[.]?0+(?= |$)", "") : text;
  }

  /** A part of a whole; nothing of nothing is missing. */
  static String share(long part, long whole) {
    return share(whole == 0 ? Double.NaN : (double) part / whole);
  }

  static String whole(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static String number(double value) {
    if (!Double.isFinite(value)) {
      return MISSING;
    }
    return value == 0 ? "0" : plain(grouped(BigDecimal.valueOf(value)));
  }

  /** Both ends of an interval. */
  static String interval(Metric metric, Spread spread) {
    if (spread.count() == 0) {
      return MISSING;
    }
    String low = of(metric, spread.low());
    String high = of(metric, spread.high());
    String unit = unitOf(high);
    boolean isOneUnit = !unit.isEmpty() && low.endsWith(unit);
    return (isOneUnit ? low.substring(0, low.length() - unit.length()) : low) + "–" + high;
  }

  /** How sure an interval is, such as {@code 94 %}. */
  static String confidence(double chance) {
    return Math.round(chance * 100) + " %";
  }

  private static String unitOf(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? "" : text.substring(space);
  }

  private static String scaled(double value, double step, String... units) {
    if (!Double.isFinite(value) || value == 0) {
      return number(value);
    }
    double rest = rounded(value, step);
    int unit = 0;
    while (Math.abs(rest) >= step && unit < units.length - 1) {
      rest = rounded(rest / step, step);
      unit++;
    }
    return grouped(BigDecimal.valueOf(rest)) + " " + units[unit];
  }

  /** What rounds up to the next unit belongs there. */
  private static double rounded(double value, double step) {
    return Math.abs(value) < step
        ? BigDecimal.valueOf(value).round(THREE_DIGITS).doubleValue()
        : value;
  }

  private static String grouped(BigDecimal value) {
    BigDecimal rounded = value.round(THREE_DIGITS);
    double size = Math.abs(rounded.doubleValue());
    int digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : Math.max(0, rounded.scale());
    return String.format(Locale.ROOT, "%,." + digits + "f", rounded);
  }
}
