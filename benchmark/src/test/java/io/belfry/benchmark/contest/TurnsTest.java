package io.belfry.benchmark.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.benchmark.measure.Figures;
import io.belfry.benchmark.measure.Metric;
import io.belfry.benchmark.measure.Plan;
import io.belfry.benchmark.measure.Verdict;
import io.belfry.benchmark.wire.BreakdownException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final List<String> turns = new ArrayList<>();

  /** Fails the first times, then says how often it ran. */
  private final class Tired implements Candidate {

    private final String name;
    private final int failures;
    private int runs;

    Tired(String name, int failures) {
      this.name = name;
      this.failures = failures;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Figures run(Plan plan) {
      turns.add(name);
      runs++;
      if (runs <= failures) {
        throw new IllegalStateException("Tired.");
      }
      return new Figures(Map.of(Metric.NANOS, (double) runs), Verdict.FLAWLESS);
    }
  }

  @Test
  void they_take_turns_after_one_that_does_not_count() {
    Standing standing = run(2, new Tired("a", 0), new Tired("b", 0));
    assertThat(turns).containsExactly("a", "b", "a", "b", "a", "b");
    assertThat(standing.of("b").of(Metric.NANOS)).containsExactly(2.0, 3.0);
  }

  @Test
  void a_turn_that_breaks_down_is_repeated_and_told() {
    Standing standing = run(1, new Tired("a", 2));
    assertThat(standing.of("a").breakdowns()).containsExactly("Tired.", "Tired.");
    assertThat(standing.of("a").of(Metric.NANOS)).containsExactly(4.0);
  }

  @Test
  void what_never_works_is_a_failure() {
    assertThatThrownBy(() -> run(1, new Tired("a", 100)))
        .isInstanceOf(BreakdownException.class)
        .hasMessage("Tired.");
  }

  private static Standing run(int rounds, Candidate... candidates) {
    return new Turns(rounds, new Plan(0, 1, 1, 8, 1), progress -> {})
        .of(Contest.among("test", List.of(candidates)));
  }
}
