package io.belfry.benchmark.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.benchmark.program.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayCommandLineTest {

  @TempDir
  private Path directory;

  @Test
  void everything_is_measured_unless_told_otherwise() {
    assertThat(GatewayCommandLine.parse("--dir", directory.toString()))
        .isEqualTo(new GatewayOptions(
            List.of(
                "latency-websocket",
                "latency-long-polling",
                "latency-sse",
                "fanout-websocket",
                "fanout-long-polling",
                "fanout-sse",
                "memory-websocket",
                "memory-long-polling",
                "memory-sse"),
            directory,
            1_000,
            100,
            5,
            2,
            1,
            200,
            64,
            Optional.empty(),
            false));
  }

  @Test
  void every_option_is_understood() {
    assertThat(GatewayCommandLine.parse(
            ("--scenario memory,latency-sse --sessions 5 --size 17 --rounds 1 --seconds 0.5"
                    + " --warm-up 0 --rate 9 --window 7 --json out.json --help --dir " + directory)
                .split(" ")))
        .isEqualTo(new GatewayOptions(
            List.of("memory-websocket", "memory-long-polling", "memory-sse", "latency-sse"),
            directory,
            5,
            17,
            1,
            0.5,
            0,
            9,
            7,
            Optional.of(Path.of("out.json")),
            true));
  }

  @ParameterizedTest
  @CsvSource({
    "--store sqlite,  The option '--store' is unknown; see --help.",
    "--sessions,      The option '--sessions' needs a value.",
    "--sessions 0,    'The value of ''--sessions'' must be a number from 1 to 10000, not ''0''.'",
    "--dir nowhere,   There is no directory 'nowhere'; make it first.",
    "--size 16,       'The value of ''--size'' must be a number from 17 to 262144, not ''16''.'"
  })
  void wrong_usage_is_told_in_one_sentence(String line, String sentence) {
    assertThatThrownBy(() -> GatewayCommandLine.parse(line.split(" ")))
        .isInstanceOf(UsageException.class)
        .hasMessage(sentence);
  }

  @Test
  void a_scenario_that_is_not_there_is_refused() {
    assertThatThrownBy(() -> GatewayCommandLine.parse("--scenario", "latency,late"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("There is no scenario 'late'; there are latency-websocket, ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--scenario",
        "--dir",
        "--sessions",
        "--size",
        "--rounds",
        "--seconds",
        "--warm-up",
        "--rate",
        "--window",
        "--json"
      })
  void help_explains_every_option(String option) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    new GatewayBenchmark(print, progress -> {}).run("--help");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("  " + option + " ")
        .contains(GatewayContests.LABELS)
        .doesNotContain("%s");
  }
}
