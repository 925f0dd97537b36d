package io.belfry.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Spread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures as people read them. */
class UnitsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      0             | 0
      0.5           | 0.5 ns
      7             | 7.00 ns
      840           | 840 ns
      999.4         | 999 ns
      999.6         | 1.00 µs
      12340         | 12.3 µs
      999600        | 1.00 ms
      4560000       | 4.56 ms
      1000000000    | 1.00 s
      83000000000   | 83.0 s
      7200000000000 | 7,200 s
      NaN           | –
      """)
  void times_have_the_unit_that_keeps_them_short(double nanos, String text) {
    assertThat(Units.time(nanos)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      0          | 0
      64         | 64.0 B
      1023.9     | 1,020 B
      2048       | 2.00 KiB
      1048576    | 1.00 MiB
      """)
  void sizes_have_theirs(double bytes, String text) {
    assertThat(Units.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      0        | 0
      20000    | 20,000
      123456   | 123,000
      0.000123 | 0.000123
      17.04    | 17
      """)
  void other_figures_have_three_digits_that_count(double value, String text) {
    assertThat(Units.number(value)).isEqualTo(text);
  }

  @Test
  void shares_are_of_a_hundred() {
    assertThat(Units.share(0.0375)).isEqualTo("3.75 %");
    assertThat(Units.share(0, 10)).isEqualTo("0");
    assertThat(Units.share(1, 1_000_000)).isEqualTo("0.0001 %");
    assertThat(Units.share(0, 0)).isEqualTo("–");
  }

  @Test
  void an_interval_names_its_unit_once_if_both_ends_have_it() {
    assertThat(Units.interval(Metric.RESPONSE_P99, Spread.of(201_000, 222_000)))
        .isEqualTo("201–222 µs");
    assertThat(Units.interval(Metric.RESPONSE_P99, Spread.of(201_000, 1_222_000)))
        .isEqualTo("201 µs–1.22 ms");
    assertThat(Units.interval(Metric.SUSTAINED, Spread.of(900, 1_200))).isEqualTo("900–1,200");
    assertThat(Units.interval(Metric.SUSTAINED, Spread.of())).isEqualTo("–");
  }

  @Test
  void every_metric_has_a_term_and_can_be_said() {
    for (Metric metric : Metric.values()) {
      assertThat(Term.of(metric).meaning()).endsWith(".");
      assertThat(Units.inWords(metric, 12)).matches("1[.,]?2.*");
    }
  }
}
