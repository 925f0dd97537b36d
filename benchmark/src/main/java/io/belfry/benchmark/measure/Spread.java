package io.belfry.benchmark.measure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the values of several rounds lie.
 *
 * @param median the one in the middle, or the mean of the two there
 * @param least the least
 * @param most the greatest
 */
public record Spread(double median, double least, double most) {

  /** Where the values lie, of which there is at least one. */
  public static Spread of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("No values have no median.");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
  }

  /**
   * The ratios, round by round. Rounds that follow each other have the same weather: what else the
   * machine does falls out of their ratio.
   */
  public static List<Double> ratios(List<Double> candidate, List<Double> baseline) {
    if (candidate.size() != baseline.size()) {
      throw new IllegalArgumentException("There are " + candidate.size() + " rounds of one and "
          + baseline.size() + " of the other.");
    }
    return IntStream.range(0, candidate.size())
        .mapToObj(round -> candidate.get(round) / baseline.get(round))
        .toList();
  }
}
