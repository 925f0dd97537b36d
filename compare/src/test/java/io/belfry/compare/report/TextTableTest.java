package io.belfry.compare.report;

import static io.belfry.compare.report.FindingBuilder.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.compare.result.Metric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table on the terminal. */
class TextTableTest {

  private static final String TABLE = TextTable.of(Sample.full());

  @Test
  void it_fits_into_120_columns() {
    assertThat(TABLE.lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 100, 160})
  void it_fits_into_others_and_says_what_it_leaves_out(int width) {
    String table = TextTable.of(Sample.full(), width);
    assertThat(table.lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    assertThat(table.contains("Not shown for want of room")).isEqualTo(width < 160);
  }

  @Test
  void where_there_is_room_names_are_whole() {
    assertThat(TextTable.of(Sample.full(), 200)).contains("  " + Sample.MOSQUITTO + " ");
  }

  @Test
  void a_block_has_its_points_contestants_and_letters() {
    assertThat(block("PUBSUB").subList(0, 4)).satisfies(lines -> {
      assertThat(lines.get(1)).contains("sustained/s", "delivered/s", "p50", "p99 within", "as");
      assertThat(lines.get(2)).isEqualTo("size 64 B");
      assertThat(lines.get(3)).startsWith("  zeromq").contains(" µs", " ms").endsWith(" a");
    });
  }

  @Test
  void zero_is_0_and_what_is_missing_is_a_dash() {
    assertThat(block("FANOUT"))
        .anySatisfy(line -> assertThat(line).startsWith("  zeromq").contains("  0    0    0    0"))
        .anySatisfy(
            line -> assertThat(line).startsWith("  jms-activemq").matches(".*(–\\s*){10,}"));
  }

  @Test
  void a_problem_has_a_line() {
    assertThat(block("FANOUT"))
        .contains(
            "  ! jms-activemq (1000 subscribers): The broker took no more than 800 connections.");
  }

  @Test
  void a_fault_shows_how_it_was_borne() {
    List<String> lines = block("BROKER-RESTART");
    assertThat(lines.get(0)).contains("(fault: restart)");
    assertThat(lines.get(1))
        .contains("lost", "outage", "recovery", "caught up")
        .doesNotContain("p99", "delivered/s");
    assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("  zeromq").contains("5,650"));
  }

  @Test
  void unlike_promises_are_explained() {
    assertThat(block("PIPELINE"))
        .contains(
            "  b  delivery: at least once; unfinished work: goes to the same worker again",
            "  " + Likeness.SENTENCE);
    assertThat(block("REQREP")).noneMatch(line -> line.contains(Likeness.SENTENCE));
  }

  @Test
  void one_repeat_makes_no_interval() {
    String table = TextTable.of(Sample.of(
        finding("pubsub", Map.of(), "one").exactly(Metric.RESPONSE_P99, 7_000).build()));
    assertThat(table).containsPattern("one +7.00 µs +– +0");
  }

  @Test
  void names_steer_no_terminal() {
    String table =
        TextTable.of(Sample.of(finding("pub\u001b[31m", Map.of("a\n", "b\r"), "one\u0007\u009b2J")
            .failing("x\u001b]0;", 1)
            .build()));
    assertThat(table.codePoints().filter(each -> Character.isISOControl(each) && each != '\n'))
        .isEmpty();
  }

  @Test
  void nothing_makes_an_empty_table() {
    assertThat(TextTable.of(Sample.of())).contains("Medians of the repeats");
  }

  private static List<String> block(String title) {
    return TABLE
        .lines()
        .dropWhile(line -> !line.startsWith(title))
        .takeWhile(line -> !line.isEmpty())
        .toList();
  }
}
