package io.belfry.compare.report;

import static io.belfry.compare.report.FindingBuilder.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.jr.ob.JSON;
import io.belfry.compare.result.Account;
import io.belfry.compare.result.Comparison;
import io.belfry.compare.result.Metric;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read again, and what is none of ours is told from it. */
class ComparisonJsonTest {

  @TempDir
  private Path directory;

  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = directory.resolve("result.json");
  }

  @Test
  void what_was_written_is_read_as_an_equal_value() throws IOException {
    ComparisonJson.write(Sample.full(), file);
    assertThat(ComparisonJson.read(file)).isEqualTo(Sample.full());
  }

  @Test
  void the_order_of_maps_is_kept() throws IOException {
    ComparisonJson.write(Sample.full(), file);
    Comparison read = ComparisonJson.read(file);
    assertThat(new ArrayList<>(read.fingerprint().keySet()))
        .isEqualTo(new ArrayList<>(Sample.full().fingerprint().keySet()));
  }

  @Test
  void every_metric_has_its_name() throws IOException {
    FindingBuilder builder = finding("pubsub", Map.of(), "one");
    for (Metric metric : Metric.values()) {
      builder.exactly(metric, metric.ordinal(), 1e-9, 1e300);
    }
    Comparison comparison = Sample.of(builder.build());
    ComparisonJson.write(comparison, file);
    assertThat(Files.readString(file)).contains("\"response-p999\"", "\"cpu-middle\"");
    assertThat(ComparisonJson.read(file)).isEqualTo(comparison);
  }

  @Test
  void a_script_finds_medians_accounts_and_letters() throws IOException {
    ComparisonJson.write(
        Sample.of(
            finding("pubsub", Map.of(), "one")
                .promising(Sample.FIRE)
                .exactly(Metric.RESPONSE_P99, 50, 10, 30, 20, 40)
                .accounting(new Account(10, 1, 10, 9, 2, 1, 0, 0))
                .build(),
            finding("pubsub", Map.of(), "other").promising(Sample.SAFE).build()),
        file);
    Map<String, Object> map = JSON.std.mapFrom(Files.readString(file));
    assertThat(map).containsEntry("format", "belfry-comparison").containsEntry("version", 1);
    assertThat((List<?>) map.get("findings")).first().satisfies(first -> {
      Map<?, ?> finding = (Map<?, ?>) first;
      assertThat(finding.get("alike")).isEqualTo("a");
      assertThat(finding.get("account").toString()).contains("sent=50", "refused=5", "lost=10");
      assertThat(finding.get("medians"))
          .hasToString(
              "{response-p99={unit=ns, better=less, count=5, median=30.0, low=10.0, high=50.0,"
                  + " confidence=0.9375}}");
    });
  }

  @Test
  void what_is_no_number_is_not_written() throws IOException {
    ComparisonJson.write(
        Sample.of(finding("pubsub", Map.of(), "one")
            .exactly(Metric.OUTAGE, Double.NaN)
            .exactly(Metric.RECOVERY, Double.POSITIVE_INFINITY)
            .build()),
        file);
    assertThat(Files.readString(file)).doesNotContain("NaN", "nfinity", "outage");
    assertThat(ComparisonJson.read(file).findings().get(0).runs()).hasSize(1);
  }

  @Test
  void strange_names_come_back() throws IOException {
    Comparison comparison =
        Sample.of(finding("a\"b\\", Map.of("\u2028", "\u0000"), "</script>").build());
    ComparisonJson.write(comparison, file);
    assertThat(ComparisonJson.read(file)).isEqualTo(comparison);
  }

  @Test
  void a_missing_file_is_told() {
    assertUnreadable("There is no file " + file, "check its name");
  }

  @Test
  void a_directory_is_told() throws IOException {
    Files.createDirectory(file);
    assertUnreadable("The file " + file + " can't be read", "check that it is a file");
  }

  @Test
  void something_else_is_told() throws IOException {
    Files.writeString(file, "{\"findings\": []}");
    assertUnreadable("The file " + file + " is no comparison of Belfry", "give a JSON file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "0", "\"1\"", "null", "1.5"})
  void another_version_is_told(String version) throws IOException {
    Files.writeString(
        file, "{\"format\": \"belfry-comparison\", \"version\": " + version + ", \"x\": 1}");
    assertUnreadable("has version " + version.replace("\"", ""), "reads version 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "3", "not JSON", "{\"format\": \"belfry-comp"})
  void what_is_no_object_is_damaged(String text) throws IOException {
    Files.writeString(file, text);
    assertUnreadable("The file " + file + " is damaged", "run the comparison again");
  }

  @Test
  void what_is_no_text_is_damaged() throws IOException {
    Files.write(file, new byte[] {'{', (byte) 0xc3, '}'});
    assertUnreadable("it is no text");
  }

  @Test
  void the_place_of_a_damage_is_told() throws IOException {
    ComparisonJson.write(Sample.full(), file);
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("\"warnings\" : \\[ ]", "\"warnings\" : 3"));
    assertUnreadable("findings[0].runs[0].warnings is not a list");
  }

  @Test
  void an_unknown_metric_is_told() throws IOException {
    ComparisonJson.write(Sample.full(), file);
    String text = Files.readString(file);
    Files.writeString(file, text.replace("\"response-max\" : ", "\"response-most\" : "));
    assertUnreadable("has \"response-most\", which is unknown");
  }

  @Test
  void wherever_a_file_ends_too_early_it_is_damaged() throws IOException {
    ComparisonJson.write(Sample.of(FaultSample.bare(Sample.ZEROMQ)), file);
    byte[] whole = Files.readString(file).stripTrailing().getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length += 97) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertUnreadable("is damaged");
    }
  }

  private void assertUnreadable(String... parts) {
    assertThatExceptionOfType(UnreadableException.class)
        .isThrownBy(() -> ComparisonJson.read(file))
        .satisfies(e -> assertThat(e.getMessage()).contains(parts).contains(file.toString()));
  }
}
