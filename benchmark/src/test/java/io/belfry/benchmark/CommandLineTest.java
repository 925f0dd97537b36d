package io.belfry.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.benchmark.measure.Plan;
import io.belfry.benchmark.program.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  private static final Path GUIDE = Path.of("..", "docs", "guide", "benchmark.md");

  private static final Pattern LINE = Pattern.compile("(?m)^java .*belfry-benchmark\\.jar(.*)$");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void everything_is_measured_unless_told_otherwise() {
    Options options = CommandLine.parse();
    assertThat(options.scenarios()).containsExactly(Scenario.values());
    assertThat(options.sizes()).containsExactly(100, 1_024);
    assertThat(options.rounds()).isEqualTo(5);
    assertThat(options.rate()).isEqualTo(10_000);
    assertThat(options.transport()).isEqualTo("zeromq");
    assertThat(options.overBroker()).isEqualTo(OverBroker.DEFAULTS);
    assertThat(options.only()).containsExactly("raw", "belfry", "packed");
    assertThat(options.isTogether()).isFalse();
    assertThat(options.json()).isEmpty();
    assertThat(options.help()).isFalse();
  }

  @Test
  void only_where_a_broker_stands_between_is_there_a_window() {
    assertThat(CommandLine.parse().plan(100).window()).isEqualTo(Plan.NO_WINDOW);
    Options brokered = CommandLine.parse("--transport", "jms", "--persistent");
    assertThat(brokered.plan(100).window()).isEqualTo(1_000);
    assertThat(brokered.plan(1 << 20).window()).isEqualTo(64);
    assertThat(brokered.overBroker().isPersistent()).isTrue();
    assertThat(brokered.rate()).isEqualTo(1_000);
  }

  @Test
  void every_option_is_understood() {
    Options options = CommandLine.parse(
        ("--scenario reqrep-64,pubsub-1 --size 8,2048 --rounds 3 --seconds 0.5 --warm-up 0 --rate 100 --only raw,raw-again"
                + " --transport mqtt --broker tcp://there:1883 --window 50 --qos 0"
                + " --set high-water-mark=5 --set a=b=c --json out.json --help")
            .split(" "));
    assertThat(options)
        .isEqualTo(new Options(
            List.of(Scenario.REQREP_64, Scenario.PUBSUB_1),
            List.of(8, 2_048),
            3,
            0.5,
            0,
            100,
            List.of("raw", "raw-again"),
            false,
            "mqtt",
            new OverBroker(Optional.of("tcp://there:1883"), 0, false, 50),
            Map.of("high-water-mark", "5", "a", "b=c"),
            Optional.of(Path.of("out.json")),
            true));
  }

  @Test
  void together_there_is_only_what_keeps_a_rate() {
    Options options = CommandLine.parse("--together");
    assertThat(options.isTogether()).isTrue();
    assertThat(options.scenarios())
        .containsExactly(Scenario.PUBSUB_1, Scenario.PUBSUB_8, Scenario.PIPELINE_4);
  }

  @ParameterizedTest
  @CsvSource({
    "--fast,                 The option '--fast' is unknown; see --help.",
    "--rounds,               The option '--rounds' needs a value.",
    "--rounds 0,             'The value of ''--rounds'' must be a number from 1 to 1000, not ''0''.'",
    "--rounds five,          'The value of ''--rounds'' must be a number from 1 to 1000, not ''five''.'",
    "--rounds 2.5,           'The value of ''--rounds'' must be a whole number, not ''2.5''.'",
    "--size 7,               'The value of ''--size'' must be a number from 8 to 1048576, not ''7''.'",
    "--seconds NaN,          'The value of ''--seconds'' must be a number from 0.01 to 3600, not ''NaN''.'",
    "--scenario none,        'There is no scenario ''none''; there are pubsub-1, pubsub-8, reqrep-1, reqrep-64, pipeline-4.'",
    "--only me,              'There is no contestant ''me'' for ''zeromq''; there are raw, belfry, packed, raw-again.'",
    "--only me --transport jms, 'There is no contestant ''me'' for ''jms''; there are raw, belfry, packed, raw-blocking, raw-again.'",
    "--together --only raw;raw, One alone can't be measured together; name more with '--only'.",
    "--together --scenario pubsub-1;reqrep-1, 'Requests keep no rate, and so can''t be measured together; use pubsub-1, pubsub-8, pipeline-4.'",
    "--qos 2 --transport mqtt, 'The value of ''--qos'' must be a number from 0 to 1, not ''2''.'",
    "--qos 0,                The option '--qos' is of no use to 'zeromq'; it is for mqtt.",
    "--persistent --transport mqtt, The option '--persistent' is of no use to 'mqtt'; it is for jms.",
    "--window 5,             The option '--window' is of no use to 'zeromq'; it is for jms and mqtt.",
    "--broker tcp://h:1,     ZeroMQ has no broker; leave out '--broker'.",
    "--transport mqtt --set url=tcp://h:1, The setting 'url' must be the same for all; use '--broker'.",
    "--set colour,           'A setting is written KEY=VALUE, not ''colour''.'",
    "--transport none,       There is no raw client to compare 'none' with; use --only belfry."
  })
  void wrong_usage_is_told_in_one_sentence(String line, String sentence) {
    assertThat(run(line.replace(';', ',').split(" "))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(sentence + System.lineSeparator());
    assertThat(out.size()).isZero();
  }

  @Test
  void a_transport_that_is_not_installed_is_wrong_usage_too() {
    assertThat(run("--transport", "none", "--only", "belfry")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("No transport named 'none' is installed; there is ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--scenario",
        "--size",
        "--rounds",
        "--seconds",
        "--warm-up",
        "--rate",
        "--only",
        "--together",
        "--transport",
        "--set",
        "--broker",
        "--window",
        "--qos",
        "--persistent",
        "--json"
      })
  void help_explains_every_option(String option) {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("  " + option + " ")
        .contains("reqrep-64");
  }

  @Test
  void the_lines_of_the_guide_are_understood() throws IOException {
    List<String> lines = LINE.matcher(Files.readString(GUIDE))
        .results()
        .map(line -> line.group(1).strip())
        .filter(options -> options.isEmpty() || options.startsWith("--"))
        .toList();
    assertThat(lines)
        .hasSizeGreaterThan(4)
        .allSatisfy(
            options -> CommandLine.parse(options.isEmpty() ? new String[0] : options.split(" ")));
  }

  @Test
  void a_scenario_that_is_not_there_is_refused_at_once() {
    assertThatThrownBy(() -> CommandLine.parse("--scenario", "pubsub-1,"))
        .isInstanceOf(UsageException.class);
  }

  private int run(String... arguments) {
    return Main.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false,
        arguments);
  }
}
