package io.belfry.benchmark.contest;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.benchmark.measure.Figures;
import io.belfry.benchmark.measure.Metric;
import io.belfry.benchmark.measure.Plan;
import io.belfry.benchmark.measure.Rounds;
import io.belfry.benchmark.measure.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is shown of known figures. */
class StandingTest {

  private static final Standing STANDING = standing();

  @Test
  void a_candidate_is_held_against_each_baseline_round_by_round() {
    assertThat(STANDING.ratio("belfry", "loop", Metric.THROUGHPUT).orElseThrow().most())
        .isEqualTo(3);
    assertThat(STANDING.baselinesOf("belfry")).containsExactly("loop", "loops");
    assertThat(STANDING.baselinesOf("loop")).isEmpty();
  }

  @Test
  void what_can_not_be_compared_has_no_ratio() {
    assertThat(STANDING.ratio("belfry", "loop", Metric.P99)).isEmpty();
  }

  @Test
  void a_board_has_a_line_for_each_figure() {
    List<String> lines = Board.lines(STANDING);
    assertThat(lines.get(0))
        .startsWith("publish-64 ")
        .contains("loop", "events/s", "1,000", "(1,000 to 1,000)");
    assertThat(lines.get(1)).contains("p99 µs", "50.00");
    assertThat(lines.get(4))
        .contains("belfry", "2,500", "(2,000 to 3,000)")
        .endsWith("2.50 (2.00 to 3.00) to loop, 1.25 (1.00 to 1.50) to loops");
    assertThat(lines.get(5)).endsWith("(50.00 to 50.00)");
    assertThat(lines.get(6)).isEqualTo("  belfry broke down: It rained.");
    assertThat(lines.get(7)).isEqualTo("  belfry: 7 lost, 0 repeated, 0 out of order, 0 damaged");
  }

  @Test
  void json_holds_every_round_and_each_ratio() {
    String document = Findings.of(Map.of("cores", 2), Map.of("rate", 200), List.of(STANDING));
    assertThat(document)
        .startsWith("{\"format\": 1, \"fingerprint\": {\"cores\": 2}, ")
        .contains("\"throughput\": [2000.0, 3000.0]", "\"lost\": 7", "\"It rained.\"")
        .contains("\"to loop\": {\"throughput\": {", "\"median\": 2.5");
  }

  private static Standing standing() {
    Contest contest = new Contest(
        "publish-64",
        List.of(candidate("loop"), candidate("loops")),
        List.of(candidate("belfry")),
        Set.of(Metric.THROUGHPUT));
    Map<String, Rounds> rounds = new LinkedHashMap<>();
    rounds.put("loop", rounds(0, 1_000, 1_000));
    rounds.put("loops", rounds(0, 2_000, 2_000));
    rounds.put("belfry", rounds(7, 2_000, 3_000));
    rounds.values().stream().skip(2).forEach(belfry -> belfry.addBreakdown("It rained."));
    return new Standing(contest, rounds);
  }

  private static Rounds rounds(long lost, double... throughputs) {
    Rounds rounds = new Rounds();
    long missing = lost;
    for (double throughput : throughputs) {
      rounds.add(new Figures(
          Map.of(Metric.THROUGHPUT, throughput, Metric.P99, 50.0), new Verdict(missing, 0, 0, 0)));
      missing = 0;
    }
    return rounds;
  }

  private static Candidate candidate(String name) {
    return new Candidate() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Figures run(Plan plan) {
        return new Figures(Map.of(), Verdict.FLAWLESS);
      }
    };
  }
}
