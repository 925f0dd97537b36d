package io.belfry.compare.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Medians and their intervals, against what is known of order statistics. */
class SpreadTest {

  private static final double EXACT = 1e-12;

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0.5", "3, 0.75", "4, 0.875", "5, 0.9375", "6, 0.96875", "7, 0.984375"})
  void with_few_figures_the_interval_goes_from_the_least_to_the_most(int count, double confidence) {
    Spread spread = Spread.of(oneTo(count));
    assertThat(spread.low()).isEqualTo(1);
    assertThat(spread.high()).isEqualTo(count);
    assertThat(spread.confidence()).isCloseTo(confidence, within(EXACT));
  }

  @ParameterizedTest
  @CsvSource({"8, 1, 8, 0.9921875", "9, 2, 8, 0.9609375", "20, 6, 15, 0.958610534667969"})
  void with_more_figures_the_interval_is_the_narrowest_that_is_sure_enough(
      int count, int low, int high, double confidence) {
    Spread spread = Spread.of(oneTo(count));
    assertThat(spread.low()).isEqualTo(low);
    assertThat(spread.high()).isEqualTo(high);
    assertThat(spread.confidence()).isCloseTo(confidence, within(EXACT));
  }

  @Test
  void the_median_of_an_even_number_is_between_the_two_in_the_middle() {
    assertThat(Spread.of(4, 1, 3, 2).median()).isEqualTo(2.5);
    assertThat(Spread.of(5, 1, 9).median()).isEqualTo(5);
  }

  @Test
  void of_nothing_there_is_no_median_and_nothing_is_apart_from_it() {
    Spread nothing = Spread.of();
    assertThat(nothing.count()).isZero();
    assertThat(nothing.median()).isNaN();
    assertThat(nothing.confidence()).isZero();
    assertThat(nothing.isApartFrom(Spread.of(1, 2, 3))).isFalse();
    assertThat(Spread.of(1, 2, 3).isApartFrom(nothing)).isFalse();
  }

  @Test
  void spreads_are_apart_if_there_is_room_between_them() {
    Spread low = Spread.of(1, 2, 3);
    assertThat(low.isApartFrom(Spread.of(4, 5, 6))).isTrue();
    assertThat(Spread.of(4, 5, 6).isApartFrom(low)).isTrue();
    assertThat(low.isApartFrom(Spread.of(3, 4, 5))).isFalse();
    assertThat(low.isApartFrom(Spread.of(0, 9))).isFalse();
  }

  @Test
  void the_figures_are_left_as_they_are() {
    double[] figures = {3, 1, 2};
    Spread.of(figures);
    assertThat(figures).containsExactly(3, 1, 2);
  }

  /** Of a skewed distribution, whose true median is known, as times are skewed. */
  @ParameterizedTest
  @CsvSource({"3", "5", "6", "9", "20"})
  void the_interval_has_the_true_median_in_it_as_often_as_it_says(int count) {
    Random random = new Random(20_260_314L + count);
    int rounds = 20_000;
    double confidence = Spread.of(oneTo(count)).confidence();
    long hits = IntStream.range(0, rounds)
        .filter(round -> holdsTrueMedian(Spread.of(exponential(random, count))))
        .count();
    double fourSigma = 4 * Math.sqrt(confidence * (1 - confidence) / rounds);
    assertThat((double) hits / rounds).isCloseTo(confidence, within(fourSigma));
  }

  private static boolean holdsTrueMedian(Spread spread) {
    double median = Math.log(2);
    return spread.low() <= median && median <= spread.high();
  }

  private static double[] exponential(Random random, int count) {
    double[] figures = new double[count];
    Arrays.setAll(figures, i -> -Math.log(1 - random.nextDouble()));
    return figures;
  }

  private static double[] oneTo(int count) {
    double[] figures = new double[count];
    Arrays.setAll(figures, i -> count - i);
    return figures;
  }
}
