package io.belfry.benchmark.service;

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

class ServiceCommandLineTest {

  @TempDir
  private Path directory;

  @Test
  void everything_is_measured_unless_told_otherwise() {
    assertThat(ServiceCommandLine.parse())
        .isEqualTo(new ServiceOptions(
            Contests.LABELS,
            "sqlite",
            Optional.empty(),
            "zeromq",
            100,
            5,
            2,
            1,
            200,
            64,
            10_000,
            Optional.empty(),
            false));
  }

  @Test
  void every_option_is_understood() {
    assertThat(ServiceCommandLine.parse(
            ("--scenario memory,publish-64 --store sqlite --transport none --size 8 --rounds 1 --seconds 0.5"
                    + " --warm-up 0 --rate 9 --window 7 --idle 5 --json out.json --help --dir "
                    + directory)
                .split(" ")))
        .isEqualTo(new ServiceOptions(
            List.of("memory-listeners", "memory-subscriptions", "publish-64"),
            "sqlite",
            Optional.of(directory),
            "none",
            8,
            1,
            0.5,
            0,
            9,
            7,
            5,
            Optional.of(Path.of("out.json")),
            true));
  }

  @ParameterizedTest
  @CsvSource({
    "--persistent,           The option '--persistent' is unknown; see --help.",
    "--store,                The option '--store' needs a value.",
    "--store oracle,         'A store is sqlite, postgres or jdbc:postgresql://HOST/DATABASE, nothing else.'",
    "--store postgres --dir x, The option '--dir' is of use to SQLite alone; leave it out.",
    "--dir nowhere,          There is no directory 'nowhere'; make it first.",
    "--transport pigeon,     'There is no transport ''pigeon''; there are none, zeromq, mqtt, jms.'",
    "--size 7,               'The value of ''--size'' must be a number from 8 to 262144, not ''7''.'"
  })
  void wrong_usage_is_told_in_one_sentence(String line, String sentence) {
    assertThatThrownBy(() -> ServiceCommandLine.parse(line.split(" ")))
        .isInstanceOf(UsageException.class)
        .hasMessage(sentence);
  }

  @Test
  void a_scenario_that_is_not_there_is_refused() {
    assertThatThrownBy(() -> ServiceCommandLine.parse("--scenario", "publish,pub"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("There is no scenario 'pub'; there are publish-1, publish-64, ");
  }

  @Test
  void credentials_of_a_database_are_not_shown() {
    ServiceOptions options = ServiceCommandLine.parse(
        "--store", "jdbc:postgresql://there/database?user=me&password=hidden");
    assertThat(options.shown()).containsEntry("store", "jdbc:postgresql://there/database");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--scenario",
        "--store",
        "--dir",
        "--transport",
        "--size",
        "--rounds",
        "--seconds",
        "--warm-up",
        "--rate",
        "--window",
        "--idle",
        "--json"
      })
  void help_explains_every_option(String option) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    new ServiceBenchmark(print, progress -> {}).run("--help");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("  " + option + " ")
        .contains(Contests.LABELS)
        .doesNotContain("%s");
  }
}
