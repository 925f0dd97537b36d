package io.belfry.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, as short as can be: that it runs, not how fast. */
class MainTest {

  private static final String SHORT =
      "--size 100 --rounds 1 --seconds 0.05 --warm-up 0.02 --rate 500 --json ";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir
  private Path directory;

  @Test
  void it_measures_prints_a_table_and_writes_json() throws IOException {
    String json = run("--only raw " + SHORT);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "cores ",
            "JeroMQ 0.6.0",
            "pubsub-1 ",
            "pubsub-8 ",
            "reqrep-1 ",
            "reqrep-64 ",
            "pipeline-4 ")
        .contains("messages/s", "p99 µs", "bytes allocated");
    assertThat(json).startsWith("{\"format\": 2, \"fingerprint\": {\"jvm\": ");
  }

  @Test
  void together_all_have_latencies_and_nothing_else() throws IOException {
    String json =
        run("--together --only raw,packed,raw-again --scenario pubsub-8,pipeline-4 " + SHORT);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("pubsub-8 ", "pipeline-4 ", "p99 µs", "packed", "raw-again")
        .doesNotContain("messages/s");
    assertThat(json).contains("\"together\": true", "\"raw-again\": {");
  }

  private String run(String options) throws IOException {
    Path json = directory.resolve("figures.json");
    int exit = Main.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        System.err,
        false,
        (options + json).split(" ", -1));
    assertThat(exit).isZero();
    assertThat(Files.readString(json))
        .contains("\"lost\": 0", "\"repeated\": 0", "\"damaged\": 0")
        .doesNotContainPattern("\"(lost|repeated|damaged)\": [1-9]");
    return Files.readString(json);
  }
}
