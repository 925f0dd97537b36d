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

/** The whole program for the gateway, as short as can be: that it runs, not how fast. */
class MainOfGatewayTest {

  private static final String SHORT =
      " --rounds 1 --seconds 0.1 --warm-up 0.02 --rate 100 --sessions 10 --json ";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir
  private Path directory;

  @TempDir
  private Path stores;

  @Test
  void latency_is_told_with_and_without_the_commit() throws IOException {
    String json = run("latency");
    assertThat(text())
        .contains("cometd 9.", "jetty 12.", "SQLite 3.", "sessions 10")
        .contains("latency-websocket ", "latency-long-polling ", "latency-sse ")
        .contains("p99 µs", "p99 µs committed", " to cometd");
    assertThat(json).contains("\"to cometd\": {\"p50\": {", "\"committed_p99\": [");
  }

  @Test
  void many_browsers_get_all() throws IOException {
    run("fanout");
    assertThat(text())
        .contains("fanout-websocket ", "fanout-long-polling ", "fanout-sse ", "events/s");
  }

  @Test
  void memory_is_told_for_each_session() throws IOException {
    String json = run("memory-websocket,memory-sse");
    assertThat(text()).contains("memory-websocket ", "memory-sse ", "bytes each");
    assertThat(json).contains("\"kept\": [");
  }

  @Test
  void wrong_options_are_told_as_for_the_transports() {
    assertThat(Main.run(print(out), print(err), false, "gateway", "--scenario", "speed"))
        .isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("There is no scenario 'speed'; ");
  }

  private String run(String scenarios) throws IOException {
    Path json = directory.resolve("figures.json");
    String options = "gateway --scenario " + scenarios + " --dir " + stores + SHORT + json;
    int exit = Main.run(print(out), System.err, false, options.split(" ", -1));
    assertThat(exit).isZero();
    assertThat(stores).isEmptyDirectory();
    assertThat(Files.readString(json))
        .contains("\"lost\": 0", "\"repeated\": 0", "\"disordered\": 0", "\"damaged\": 0")
        .doesNotContainPattern("\"(lost|repeated|disordered|damaged)\": [1-9]");
    return Files.readString(json);
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
