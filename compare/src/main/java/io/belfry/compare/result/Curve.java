package io.belfry.compare.result;

import java.util.List;

/**
 * The distribution of times.
 *
 * @param count how many times there are
 * @param mean their mean in nanoseconds
 * @param points percentiles by rising rank; the last is the maximum
 */
public record Curve(long count, double mean, List<Point> points) {

  /**
   * A percentile.
   *
   * @param percent which one, from 0 to 100
   * @param nanos the time that so many percent are not above
   */
  public record Point(double percent, long nanos) {}
}
