package io.belfry.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void figures_are_kept_in_the_order_of_the_rounds() {
    Rounds rounds = new Rounds();
    rounds.add(new Figures(Map.of(Metric.P50, 3.0), Verdict.FLAWLESS));
    rounds.add(new Figures(Map.of(Metric.P50, 1.0), Verdict.FLAWLESS));
    assertThat(rounds.of(Metric.P50)).containsExactly(3.0, 1.0);
    assertThat(rounds.has(Metric.P99)).isFalse();
  }

  @Test
  void what_went_wrong_in_any_round_went_wrong() {
    Rounds rounds = new Rounds();
    rounds.add(new Figures(Map.of(), new Verdict(1, 0, 0, 2)));
    rounds.add(new Figures(Map.of(), new Verdict(0, 3, 4, 0)));
    assertThat(rounds.verdict()).isEqualTo(new Verdict(1, 3, 4, 2));
    assertThat(rounds.verdict().isFlawless()).isFalse();
  }

  @Test
  void a_turn_that_broke_down_has_a_reason_and_no_figures() {
    Rounds rounds = new Rounds();
    rounds.addBreakdown("Nothing moved.");
    assertThat(rounds.breakdowns()).containsExactly("Nothing moved.");
    assertThat(rounds.has(Metric.P50)).isFalse();
  }

  @Test
  void two_measurements_complete_each_other() {
    Figures both = new Figures(Map.of(Metric.THROUGHPUT, 5.0), new Verdict(1, 0, 0, 0))
        .and(new Figures(Map.of(Metric.P50, 3.0), new Verdict(2, 0, 0, 0)));
    assertThat(both)
        .isEqualTo(
            new Figures(Map.of(Metric.THROUGHPUT, 5.0, Metric.P50, 3.0), new Verdict(3, 0, 0, 0)));
  }
}
