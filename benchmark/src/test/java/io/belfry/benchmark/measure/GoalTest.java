package io.belfry.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalTest {

  @Test
  void throughput_may_be_five_percent_less_at_most() {
    Goal goal = Goal.of(Metric.THROUGHPUT).orElseThrow();
    assertThat(goal.isMetBy(0.95)).isTrue();
    assertThat(goal.isMetBy(2)).isTrue();
    assertThat(goal.isMetBy(0.949)).isFalse();
    assertThat(goal).hasToString("≥ 0.95");
  }

  @Test
  void the_slowest_of_a_hundred_may_be_ten_percent_slower_at_most() {
    Goal goal = Goal.of(Metric.P99).orElseThrow();
    assertThat(goal.isMetBy(1.10)).isTrue();
    assertThat(goal.isMetBy(0.5)).isTrue();
    assertThat(goal.isMetBy(1.11)).isFalse();
    assertThat(goal).hasToString("≤ 1.10");
  }

  @Test
  void other_figures_have_no_goal() {
    assertThat(Goal.of(Metric.P50)).isEmpty();
    assertThat(Goal.of(Metric.ALLOCATED)).isEmpty();
  }
}
