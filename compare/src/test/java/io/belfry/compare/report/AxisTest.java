package io.belfry.compare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values come to places, and ticks are few and round. */
class AxisTest {

  @Test
  void on_a_log_axis_equal_factors_are_equal_steps() {
    Axis axis = Axis.log(10, 1_000, 0, 200);
    assertThat(axis.at(10)).isCloseTo(0, within(1e-9));
    assertThat(axis.at(100)).isCloseTo(100, within(1e-9));
    assertThat(axis.at(1_000)).isCloseTo(200, within(1e-9));
  }

  @Test
  void what_is_beyond_the_ends_is_at_the_ends() {
    Axis axis = Axis.log(10, 1_000, 0, 200);
    assertThat(axis.at(0)).isCloseTo(0, within(1e-9));
    assertThat(axis.at(1e9)).isCloseTo(200, within(1e-9));
  }

  @Test
  void both_ends_are_round() {
    Axis axis = Axis.log(230, 41_000, 0, 1);
    assertThat(axis.from()).isEqualTo(200);
    assertThat(axis.to()).isEqualTo(50_000);
    assertThat(Axis.linear(870, 0, 1).to()).isEqualTo(900);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 0.3, 1, 2, 3.9, 7, 99, 1_001, 123_456_789})
  void there_are_few_ticks(double highest) {
    Axis axis = Axis.linear(highest, 0, 100);
    assertThat(axis.to()).isGreaterThanOrEqualTo(highest);
    assertThat(axis.ticks()).hasSizeBetween(2, 12).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 3, 50, 900, 123_456_789, 1e13})
  void one_value_alone_makes_an_axis_too(double value) {
    Axis axis = Axis.log(value, value, 0, 100);
    assertThat(axis.to()).isGreaterThan(axis.from());
    assertThat(axis.at(value)).isBetween(0.0, 100.0);
    assertThat(axis.ticks()).isNotEmpty().hasSizeLessThan(12);
  }
}
