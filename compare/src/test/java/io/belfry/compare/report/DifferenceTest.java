package io.belfry.compare.report;

import static io.belfry.compare.report.FindingBuilder.finding;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.belfry.compare.report.Change.Kind;
import io.belfry.compare.result.Account;
import io.belfry.compare.result.Comparison;
import io.belfry.compare.result.Comparison.Described;
import io.belfry.compare.result.Contestant;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What changed is told, what is noise is not, and what may be why comes first. */
class DifferenceTest {

  private static final Account FINE = new Account(100, 0, 100, 100, 0, 0, 0, 0);

  @Test
  void a_comparison_is_not_different_from_itself() {
    Difference difference = Difference.between(Sample.full(), Sample.full());
    assertThat(difference.warnings()).isEmpty();
    assertThat(difference.changes()).isEmpty();
    assertThat(difference.lines()).containsExactly("Nothing changed beyond the noise.");
  }

  @Test
  void a_time_that_rises_is_worse() {
    assertThat(lines(p99(100, 101, 102), p99(150, 151, 152)))
        .containsExactly(
            "worse   pubsub, size 64 B, one: p99 response time 101 ns → 151 ns (+50 %; within 100–102"
                + " ns, then 150–152 ns)");
  }

  @Test
  void a_time_that_falls_is_better() {
    assertThat(kinds(p99(150, 151, 152), p99(100, 101, 102))).containsExactly(Kind.BETTER);
  }

  @Test
  void a_rate_that_rises_is_better() {
    assertThat(kinds(rate(100, 101, 102), rate(150, 151, 152))).containsExactly(Kind.BETTER);
    assertThat(kinds(rate(150, 151, 152), rate(100, 101, 102))).containsExactly(Kind.WORSE);
  }

  @Test
  void what_overlaps_is_noise() {
    assertThat(kinds(p99(100, 101, 150), p99(150, 151, 152))).isEmpty();
  }

  @Test
  void what_is_less_than_a_twentieth_off_is_not_told() {
    assertThat(kinds(p99(1000, 1000, 1000), p99(1049, 1049, 1049))).isEmpty();
    assertThat(kinds(p99(1000, 1000, 1000), p99(1050, 1050, 1050))).containsExactly(Kind.WORSE);
  }

  @Test
  void from_nothing_everything_is_more() {
    assertThat(lines(p99(0, 0, 0), p99(1, 1, 1)))
        .singleElement()
        .asString()
        .contains("(from nothing;");
  }

  @Test
  void with_few_repeats_the_noise_is_not_known() {
    Difference difference = between(p99(100, 101), p99(150, 151, 152));
    assertThat(difference.warnings())
        .containsExactly(
            "The noise is not known at 1 of 1 places: a side has fewer than 3 repeats there.");
    assertThat(difference.changes()).extracting(Change::kind).containsExactly(Kind.UNSURE);
    assertThat(difference.lines().get(1)).contains("; what is noise is not known)");
  }

  @Test
  void every_loss_is_told() {
    Finding losing = at64().accounting(new Account(100, 0, 100, 99, 1, 0, 0, 0)).build();
    assertThat(lines(at64().accounting(FINE).build(), losing))
        .containsExactly("worse   pubsub, size 64 B, one: lost 0 of 500 → 5 of 500");
    assertThat(kinds(losing, at64().accounting(FINE).build())).containsExactly(Kind.BETTER);
  }

  @Test
  void more_repeats_alone_lose_no_more() {
    Account losing = new Account(100, 0, 100, 99, 1, 0, 0, 0);
    assertThat(kinds(
            at64().failing("", 3).accounting(losing).build(),
            at64().failing("", 6).accounting(losing).build()))
        .isEmpty();
  }

  @Test
  void what_is_in_only_one_is_told() {
    Difference difference = Difference.between(
        Sample.of(p99(1, 1, 1), finding("old", Map.of(), "one").build()),
        Sample.of(
            finding("new", Map.of(), "one").build(),
            at64().failing("It fell.", 0).build()));
    assertThat(difference.lines())
        .containsExactly(
            "new     new, one: is only in the later comparison",
            "gone    pubsub, size 64 B, one: is only in the earlier comparison (the other says: It"
                + " fell.)",
            "gone    old, one: is only in the earlier comparison");
  }

  @Test
  void another_machine_method_setting_or_fact_is_told_first() {
    Comparison before = Sample.of(p99(1, 1, 1));
    Comparison after = new Comparison(
        before.created(),
        before.command(),
        Map.of("machine", "another"),
        Map.of("repeats", "9"),
        List.of(new Contestant(Sample.ZEROMQ, Map.of("transport", "zeromq"), Map.of())),
        List.of(new Described("pubsub", "", "pubsub", "none", Map.of("rate", "1/s"))),
        List.of(p99(9, 9, 9)));
    List<String> lines = Difference.between(before, after).lines();
    assertThat(lines.get(0))
        .startsWith(
            "!       Not the same machine or versions: machine was 8 cores, 32 GiB, is another;");
    assertThat(lines.get(1)).startsWith("!       Not the same method: repeats was 5, is 9;");
    assertThat(lines.get(2)).startsWith("!       Not the same settings of pubsub: sizes was ");
    assertThat(lines.get(3)).startsWith("!       Not the same zeromq: broker was hub");
    assertThat(lines.get(4)).startsWith("!       Not the same promises of zeromq: delivery was");
    assertThat(lines.get(5)).startsWith("worse   ");
  }

  @Test
  void other_promises_are_told() {
    assertThat(between(
                at64().promising(Sample.SAFE).build(),
                at64().promising(Sample.FIRE).build())
            .warnings())
        .containsExactly("Not the same promises in pubsub, size 64 B, one: delivery was at least"
            + " once, is at most once.");
  }

  @Test
  void a_figure_of_one_side_is_told_once() {
    assertThat(between(p99(1, 1, 1), rate(1, 1, 1)).warnings())
        .containsExactly(
            "Measured on one side only, at least at some points: sustained, response-p99.");
  }

  @Test
  void programs_can_read_it() throws IOException {
    String json =
        JSON.std.asString(between(p99(100, 100, 100), p99(200, 200, 200)).toMap());
    assertThat(json)
        .startsWith("{\"warnings\":[],\"changes\":[{\"kind\":\"worse\",\"scenario\":\"pubsub\","
            + "\"point\":{\"size\":\"64\"},\"contestant\":\"one\",\"figure\":\"response-p99\","
            + "\"before\":100.0,\"after\":200.0,\"text\":");
  }

  private static FindingBuilder at64() {
    return finding("pubsub", Map.of("size", "64"), "one");
  }

  private static Finding p99(double... values) {
    return at64().exactly(Metric.RESPONSE_P99, values).build();
  }

  private static Finding rate(double... values) {
    return at64().exactly(Metric.SUSTAINED, values).build();
  }

  private static Difference between(Finding before, Finding after) {
    return Difference.between(Sample.of(before), Sample.of(after));
  }

  private static List<String> lines(Finding before, Finding after) {
    return between(before, after).lines();
  }

  private static List<Kind> kinds(Finding before, Finding after) {
    return between(before, after).changes().stream().map(Change::kind).toList();
  }
}
