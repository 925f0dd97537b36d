package io.belfry.compare.result;

import java.util.Arrays;

/**
 * The median of repeated figures, and an interval in which the true one lies. It assumes nothing
 * about how they are distributed: for some ranks the chance that the median is between them is
 * known. With few repeats even the least and the most make only a weak interval; its confidence
 * says how weak.
 *
 * @param count how many figures there are
 * @param median their median; not a number if there are none
 * @param low the lower end of the interval
 * @param high the upper end
 * @param confidence the chance that the interval has the true median in it, from 0 to 1
 */
public record Spread(int count, double median, double low, double high, double confidence) {

  private static final double WANTED = 0.95;

  /**
   * Of these figures.
   *
   * @param figures in any order
   * @return the narrowest interval of at least 95 %, or the widest there is
   */
  public static Spread of(double... figures) {
    int count = figures.length;
    if (count == 0) {
      return new Spread(0, Double.NaN, Double.NaN, Double.NaN, 0);
    }
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    int from = 0;
    while (from + 1 < (count + 1) / 2 && confidence(count, from + 1) >= WANTED) {
      from++;
    }
    double median = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    return new Spread(
        count, median, sorted[from], sorted[count - 1 - from], confidence(count, from));
  }

  /** The chance that the median is between the figures of that rank from below and from above. */
  private static double confidence(int count, int rank) {
    double outside = 0;
    double ways = 1;
    for (int i = 0; i <= rank; i++) {
      outside += ways;
      ways = ways * (count - i) / (i + 1);
    }
    return Math.max(0, 1 - 2 * outside / Math.pow(2, count));
  }

  /**
   * Whether two spreads are apart: neither reaches into the other.
   *
   * @param other the other one
   * @return whether there is room between them
   */
  public boolean isApartFrom(Spread other) {
    return count > 0 && other.count > 0 && (high < other.low || other.high < low);
  }
}
