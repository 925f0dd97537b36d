package io.belfry.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.benchmark.measure.Figures;
import io.belfry.benchmark.measure.Metric;
import io.belfry.benchmark.measure.Rounds;
import io.belfry.benchmark.measure.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is shown of known figures. */
class ReportTest {

  private static final Result RESULT = result();

  @Test
  void a_ratio_is_that_of_the_second_to_the_first() {
    assertThat(RESULT.ratio(Metric.THROUGHPUT).orElseThrow().median()).isEqualTo(0.5);
    assertThat(RESULT.isMet(Metric.THROUGHPUT)).hasValue(false);
    assertThat(RESULT.isMet(Metric.P99)).hasValue(true);
    assertThat(RESULT.isMet(Metric.P50)).isEmpty();
  }

  @Test
  void a_table_tells_medians_ratios_and_goals() {
    Table table = new Table(List.of("raw", "belfry"));
    assertThat(table.head()).contains("raw", "belfry", "ratio", "goal");
    List<String> lines = table.lines(RESULT);
    assertThat(lines.get(0))
        .startsWith("pubsub-1 ")
        .contains(
            " 100 ",
            "messages/s",
            "2,000,000",
            "1,000,000",
            "0.50 (0.50 to 0.50)",
            "≥ 0.95 NOT MET");
    assertThat(lines.get(1)).startsWith("  ").contains("p99 µs", "50.0", "≤ 1.10 met");
  }

  @Test
  void all_others_are_held_against_the_first_too() {
    Map<String, Rounds> rounds = new LinkedHashMap<>(RESULT.rounds());
    rounds.put("packed", rounds(6_000_000, 60, 0));
    rounds.put("raw-again", rounds(2_020_000, 50, 0));
    Result result = new Result(Scenario.PUBSUB_1, 100, rounds);
    assertThat(new Table(List.copyOf(rounds.keySet())).lines(result).get(0))
        .endsWith("   packed 3.00 (3.00 to 3.00)   raw-again 1.01 (1.01 to 1.01)");
    assertThat(Document.of(Map.of(), CommandLine.parse(), List.of(result)))
        .contains("\"furtherRatios\": {\"packed\": {\"throughput\": {\"median\": 3.0,")
        .contains("\"raw-again\": {\"throughput\": {\"median\": 1.01,");
  }

  @Test
  void a_table_tells_what_was_lost() {
    assertThat(new Table(List.of("raw", "belfry")).lines(RESULT))
        .last()
        .asString()
        .contains("belfry: 7 lost, 0 repeated, 0 out of order, 0 damaged");
  }

  @Test
  void a_table_tells_when_the_rounds_disagree() {
    Rounds raw = new Rounds();
    Rounds belfry = new Rounds();
    for (double throughput : new double[] {90, 96, 97}) {
      raw.add(new Figures(Map.of(Metric.THROUGHPUT, 100.0), Verdict.FLAWLESS));
      belfry.add(new Figures(Map.of(Metric.THROUGHPUT, throughput), Verdict.FLAWLESS));
    }
    Map<String, Rounds> rounds = new LinkedHashMap<>();
    rounds.put("raw", raw);
    rounds.put("belfry", belfry);
    assertThat(new Table(List.of("raw", "belfry"))
            .lines(new Result(Scenario.PUBSUB_1, 100, rounds))
            .get(0))
        .endsWith("0.96 (0.90 to 0.97)      ≥ 0.95 met (met in 2 of 3 rounds)");
  }

  @Test
  void one_contestant_has_no_ratio() {
    Result alone =
        new Result(Scenario.PUBSUB_1, 100, Map.of("raw", RESULT.rounds().get("raw")));
    assertThat(new Table(List.of("raw")).lines(alone).get(0)).endsWith("2,000,000");
  }

  @Test
  void json_holds_every_round() {
    String document = Document.of(
        Map.of("cores", 2), CommandLine.parse("--set", "endpoint=\"\\\n"), List.of(RESULT));
    assertThat(document)
        .contains("\"throughput\": [1000000.0, 1000000.0]")
        .contains("\"median\": 0.5", "\"goal\": 0.95", "\"met\": false", "\"lost\": 7")
        .contains("\"endpoint\": \"\\\"\\\\\\u000a\"");
  }

  private static Result result() {
    Map<String, Rounds> rounds = new LinkedHashMap<>();
    rounds.put("raw", rounds(2_000_000, 50, 0));
    rounds.put("belfry", rounds(1_000_000, 54, 7));
    return new Result(Scenario.PUBSUB_1, 100, rounds);
  }

  private static Rounds rounds(double throughput, double p99, long lost) {
    Rounds rounds = new Rounds();
    Map<Metric, Double> values = Map.of(Metric.THROUGHPUT, throughput, Metric.P99, p99);
    rounds.add(new Figures(values, new Verdict(lost, 0, 0, 0)));
    rounds.add(new Figures(values, Verdict.FLAWLESS));
    return rounds;
  }
}
