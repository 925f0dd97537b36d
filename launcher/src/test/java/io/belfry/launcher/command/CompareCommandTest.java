package io.belfry.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.belfry.compare.report.ComparisonJson;
import io.belfry.compare.result.Comparison;
import io.belfry.compare.result.Finding;
import io.belfry.compare.venue.Target;
import io.belfry.launcher.laboratory.Equipment;
import io.belfry.launcher.laboratory.TargetList;
import io.belfry.launcher.plugin.PluginJar;
import io.belfry.launcher.plugin.Plugins;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A comparison as it is typed. */
@Timeout(120)
class CompareCommandTest {

  private static final String SHORT =
      "short { rate = 100, warm-up = 100ms, duration = 200ms, repeats = 1, patience = 500ms }";

  @TempDir
  Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"zeromq", "mqtt --processes"})
  void what_was_measured_is_shown_and_kept(String transport) throws Exception {
    Path json = directory.resolve("figures.json");
    int code = compare("--transports " + transport + " --scenario " + shortOne() + " --out "
        + directory.resolve("out") + " --json " + json);
    assertThat(err.toString()).isEmpty();
    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("SHORT");
    Comparison kept = ComparisonJson.read(json);
    assertThat(kept).isEqualTo(ComparisonJson.read(directory.resolve("out/comparison.json")));
    assertThat(kept.command()).startsWith("belfry compare --transports " + transport);
    assertThat(kept.findings()).singleElement().satisfies(finding -> {
      assertThat(finding.problem()).isEmpty();
      assertThat(finding.account().received()).isPositive();
    });
    assertThat(directory.resolve("out/report.html")).isNotEmptyFile();
    assertThat(directory.resolve("out/hdr")).isNotEmptyDirectory();
  }

  @Test
  void a_target_that_can_not_be_had_fails_and_the_others_are_compared() throws Exception {
    Path targets = Files.writeString(directory.resolve("targets.conf"), """
        targets = [
          { name = nobody, profile = mqtt, set { transport.url = "tcp://127.0.0.1:1" } }
          { name = well, profile = zeromq }
        ]
        """);
    int code = compare("--targets " + targets + " --scenario " + shortOne() + " --out "
        + directory.resolve("out"));
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(ComparisonJson.read(directory.resolve("out/comparison.json")).findings())
        .extracting(Finding::contestant, finding -> finding.problem().isEmpty())
        .containsExactly(tuple("nobody", false), tuple("well", true));
  }

  @Test
  void a_plug_in_takes_part_and_its_hub_is_killed_like_a_broker() throws Exception {
    Path plugins = Files.createDirectory(directory.resolve("plugins"));
    PluginJar.of(Path.of("..", "examples", "transport-tcp"), plugins.resolve("tcp-1.0.jar"));
    Path scenario = Files.writeString(directory.resolve("killed.conf"), """
        killed { fault = broker-restart, rate = 100, warm-up = 0s, duration = 4s, after = 500ms,
          lasting = 100ms, repeats = 1, patience = 1s }
        """);
    int code = compare("--transports tcp --plugins " + plugins + " --scenario " + scenario
        + " --out " + directory.resolve("out"));
    assertThat(err.toString()).isEmpty();
    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(ComparisonJson.read(directory.resolve("out/comparison.json")).findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.runs().get(0).marks()).hasSize(2);
          assertThat(finding.account().received()).isPositive();
        });
  }

  @Test
  void parts_are_played_by_workers_that_a_command_starts() throws Exception {
    String worker = String.join(
        " ",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        "io.belfry.launcher.Main",
        "compare-worker");
    int code = compare(List.of(
        "--transports",
        "zeromq",
        "--workers",
        worker,
        "--scenario",
        shortOne(),
        "--out",
        directory.resolve("out").toString()));
    assertThat(err.toString()).isEmpty();
    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(ComparisonJson.read(directory.resolve("out/comparison.json")).findings())
        .extracting(finding -> finding.account().received())
        .containsExactly(30L);
  }

  @Test
  void what_has_changed_is_told() throws Exception {
    String figures = directory.resolve("out/comparison.json").toString();
    compare("--transports zeromq --scenario " + shortOne() + " --out " + directory.resolve("out"));
    Path json = directory.resolve("difference.json");
    assertThat(compare("--diff " + figures + " " + figures + " --json " + json))
        .isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("Nothing changed beyond the noise.");
    assertThat(json).content().contains("\"changes\"");
  }

  @Test
  void the_list_of_targets_that_is_kept_as_an_example_can_be_read() {
    Path list = Path.of("..", "docs", "comparison", "targets.conf");
    try (Plugins plugins = Plugins.load(directory)) {
      assertThat(TargetList.read(list, new Equipment(plugins, directory)))
          .extracting(Target::name)
          .containsExactly("zeromq", "mqtt-embedded", "mqtt-mosquitto", "jms", "jms-persistent");
    }
  }

  @Test
  void scenarios_that_come_along_are_listed_and_printed() {
    assertThat(compare("--list")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("pubsub  ", "fanout-limit ");
    assertThat(compare("--list --scenario reqrep")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("reqrep {");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      --targets a.conf --transports mqtt   | --transports or --targets
      --targets nowhere.conf               | no list of targets nowhere.conf
      --transports zermoq                  | did you mean 'zeromq'?
      --transports mqtt,mqtt               | two targets 'mqtt'
      --scenario pubsb                     | did you mean 'pubsub'?
      --list --scenario pubsb              | did you mean 'pubsub'?
      --repeats 0                          | 1 or more
      --processes --workers x              | --processes or --workers
      --diff a.json                        | at least 2
      --diff no-a.json no-b.json           | no-a.json
      --sceanrio pubsub                    | --scenario
      --out /proc/nowhere                  | name one with --out where you may write
      """)
  void what_makes_no_sense_is_refused_in_a_line(String options, String says) {
    assertThat(compare(options)).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).startsWith("belfry: ").contains(says).hasLineCount(1);
  }

  private String shortOne() throws IOException {
    return Files.writeString(directory.resolve("short.conf"), SHORT).toString();
  }

  private int compare(String options) {
    return compare(List.of(options.split(" ")));
  }

  private int compare(List<String> options) {
    List<String> typed = new ArrayList<>(List.of("compare"));
    typed.addAll(options);
    String[] line = typed.toArray(String[]::new);
    CommandLine command = Belfry.commandLine(line);
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(line);
  }
}
