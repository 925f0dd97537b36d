package io.belfry.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.testbroker.Kind;
import io.belfry.torture.stage.Options;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void without_options_there_are_defaults() {
    Options options = CommandLine.parse().orElseThrow();
    assertThat(options.seconds()).isEqualTo(60);
    assertThat(options.transport()).isEqualTo("zeromq");
    assertThat(options.store()).isEqualTo("sqlite");
    assertThat(options.servers()).isEqualTo(1);
    assertThat(options.kills()).isEqualTo(20);
    assertThat(options.broker()).isEmpty();
  }

  @Test
  void all_options_are_read_and_the_command_repeats_them() {
    String given = "--seed -5 --seconds 7 --transport mqtt --store postgres --servers 3 --kills 4"
        + " --publishers 2 --subscribers 9 --rate 11 --loss 0.25 --broker artemis-process";
    Options options = CommandLine.parse(given.split(" ")).orElseThrow();
    assertThat(options.command()).endsWith("belfry-torture.jar " + given);
    assertThat(options.broker()).contains(Kind.ARTEMIS_PROCESS);
  }

  @Test
  void where_the_files_go_is_not_repeated() {
    Options options = CommandLine.parse("--out", "somewhere").orElseThrow();
    assertThat(options.directory()).isEqualTo(Optional.of(Path.of("somewhere")));
    assertThat(options.command()).doesNotContain("--out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--nonsense 1 | The option '--nonsense' is unknown; see --help.",
        "--seed | The option '--seed' needs a value.",
        "--seed x | The value of '--seed' must be a whole number, not 'x'.",
        "--servers 4 | The value of '--servers' must be a whole number from 1 to 3, not '4'.",
        "--servers 2 | Several servers need one store; add '--store postgres'.",
        "--transport tin | The value of '--transport' must be one of zeromq, mqtt, jms, not 'tin'.",
        "--loss 2 | The value of '--loss' must be a number from 0 to 1, not '2'.",
        "--broker embedded | ZeroMQ has no broker; leave out '--broker'.",
        "--transport jms --broker mosquitto | The broker 'mosquitto' does not speak jms; choose another.",
        "--broker teapot | There is no broker 'teapot'; see --help."
      })
  void what_makes_no_sense_is_refused_with_a_sentence(String given, String sentence) {
    assertThatThrownBy(() -> CommandLine.parse(given.split(" ")))
        .isInstanceOf(UsageException.class)
        .hasMessage(sentence);
    assertThat(run(given.split(" "))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(sentence + System.lineSeparator());
  }

  @Test
  void help_names_every_option() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(CommandLine.HELP);
    Stream.of(CommandLine.parse().orElseThrow().command().split(" "))
        .filter(word -> word.startsWith("--"))
        .forEach(option -> assertThat(CommandLine.HELP).contains(option));
  }

  @Test
  void a_directory_with_files_in_it_is_refused(@TempDir Path directory) throws Exception {
    Files.writeString(directory.resolve("precious"), "");
    assertThat(run("--out", directory.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("is not empty");
  }

  private int run(String... arguments) {
    return Main.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments);
  }
}
