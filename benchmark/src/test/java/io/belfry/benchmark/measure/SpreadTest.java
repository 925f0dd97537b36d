package io.belfry.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void the_median_of_an_odd_number_of_values_is_the_one_in_the_middle() {
    assertThat(Spread.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 9));
    assertThat(Spread.of(List.of(5.0))).isEqualTo(new Spread(5, 5, 5));
  }

  @Test
  void the_median_of_an_even_number_is_the_mean_of_the_two_in_the_middle() {
    assertThat(Spread.of(List.of(4.0, 100.0, 1.0, 2.0))).isEqualTo(new Spread(3, 1, 100));
  }

  @Test
  void no_values_have_no_median() {
    assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ratios_are_made_round_by_round() {
    List<Double> candidate = List.of(10.0, 100.0, 60.0);
    List<Double> baseline = List.of(10.0, 50.0, 120.0);
    assertThat(Spread.ratios(candidate, baseline)).containsExactly(1.0, 2.0, 0.5);
  }

  @Test
  void what_slows_both_in_one_round_does_not_show_in_the_ratio() {
    assertThat(Spread.ratios(List.of(90.0, 9.0, 90.0), List.of(100.0, 10.0, 100.0)))
        .containsOnly(0.9);
  }

  @Test
  void rounds_that_do_not_pair_are_refused() {
    assertThatThrownBy(() -> Spread.ratios(List.of(1.0), List.of(1.0, 2.0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
