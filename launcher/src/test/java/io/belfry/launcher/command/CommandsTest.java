package io.belfry.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.belfry.launcher.settings.AuthSettings;
import io.belfry.server.access.Access;
import io.belfry.settings.Settings;
import io.belfry.tck.FreePorts;
import io.belfry.tck.Program;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What is typed, and what is answered. */
class CommandsTest {

  @TempDir
  Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "serve",
        "worker",
        "gateway",
        "topics",
        "create",
        "publish",
        "subscribe",
        "listen",
        "register-email",
        "confirm-email",
        "unregister-email",
        "mailboxes",
        "replay",
        "status",
        "client",
        "compare",
        "compare-worker",
        "transports",
        "config",
        "mails",
        "tck",
        "token",
        "keys",
        "completion"
      })
  void each_command_explains_itself(String command) {
    assertThat(run((command + " --help").strip().split(" "))).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).startsWith("Usage: belfry").contains("--verbose");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void the_version_is_told_with_that_of_java() {
    assertThat(run("--version")).isEqualTo(ExitCode.DONE);
    assertThat(lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("Belfry "))
        .anyMatch(line -> line.contains(Runtime.version().toString()));
  }

  @Test
  void config_shows_what_holds_and_where_it_is_from() {
    run(
        "config",
        "--profile",
        "mqtt",
        "--set",
        "transport.password=hush",
        "--set",
        "log.max-page=1MiB");
    assertThat(lines())
        .anyMatch(line -> line.matches("transport.name +mqtt +profile mqtt, line 2"))
        .anyMatch(line -> line.matches("transport.password +\\*\\*\\* +--set"))
        .anyMatch(line -> line.matches("log.max-page +1MiB +--set"))
        .anyMatch(line -> line.matches("log.retention.age +7d +default"))
        .anyMatch(line -> line.startsWith("notifier.smtp.host "));
    assertThat(out.toString() + err).doesNotContain("hush");
  }

  @Test
  void config_can_be_read_by_programs() throws Exception {
    assertThat(run("config", "--written", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(JSON.std.anyFrom(out.toString()))
        .isEqualTo(List.of(Map.of(
            "setting", "transport.name", "value", "zeromq", "origin", "profile zeromq, line 2")));
  }

  @Test
  void transports_are_listed_with_what_they_can_do() {
    assertThat(run("transports")).isEqualTo(ExitCode.DONE);
    assertThat(lines())
        .anyMatch(line -> line.startsWith("NAME"))
        .anyMatch(line -> line.matches("jms +transport +Belfry .*selectors.*"))
        .anyMatch(line -> line.matches("smtp +notifier +Belfry"));
    assertThat(lines())
        .extracting(line -> line.split(" ")[0])
        .containsExactly("NAME", "jms", "mqtt", "zeromq", "smtp");
  }

  @Test
  void the_settings_of_a_transport_are_listed() {
    assertThat(run("transports", "zeromq")).isEqualTo(ExitCode.DONE);
    assertThat(lines())
        .anyMatch(line -> line.matches("transport.endpoint +tcp://127.0.0.1:7700 +The hub.*"));
  }

  @Test
  void the_settings_of_a_notifier_are_listed() {
    assertThat(run("transports", "smtp")).isEqualTo(ExitCode.DONE);
    assertThat(lines()).anyMatch(line -> line.startsWith("notifier.smtp.host "));
  }

  @Test
  void a_plug_in_that_is_broken_is_told_after_the_rest() throws Exception {
    Files.writeString(directory.resolve("broken.jar"), "no jar");
    assertThat(run("transports", "--plugins", directory.toString()))
        .isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(out.toString()).contains("zeromq");
    assertThat(err.toString()).contains("broken.jar").hasLineCount(1);
    assertThat(run("config", "--plugins", directory.toString())).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void what_is_wrong_is_told_in_a_line() {
    assertRefused("did you mean 'config'?", "confg");
    assertRefused("--profile", "config", "--profle", "mqtt");
    assertRefused("did you mean 'mqtt'?", "config", "--profile", "mqt");
    assertRefused(
        "did you mean 'transport.qos'?", "config", "--profile", "mqtt", "--set", "transport.qs=1");
    assertRefused("There is no transport 'pigeon'", "config", "--set", "transport.name=pigeon");
    assertRefused("log.max-page in --set", "config", "--set", "log.max-page=much");
    assertRefused("belfry --help");
  }

  @ParameterizedTest
  @CsvSource({
    "zeromq, transport.endpoint=tcp://127.0.0.1:",
    "mqtt, broker.mqtt-port=",
    "jms, broker.jms-port="
  })
  void where_no_server_runs_it_is_told_how_to_start_one(String profile, String place)
      throws Exception {
    String nowhere = place + FreePorts.one();
    assertThat(run("topics", "--profile", profile, "--set", nowhere, "--set", "client.wait=100ms"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .contains("127.0.0.1:", "'belfry serve --profile " + profile + "' starts a server.")
        .hasLineCount(1);
  }

  @Test
  void where_somebody_elses_broker_does_not_answer_no_server_would_help() throws Exception {
    String url = "transport.url=tcp://127.0.0.1:" + FreePorts.one();
    assertThat(run("topics", "--profile", "mqtt", "--set", url, "--set", "client.wait=0s"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("is it running?").hasLineCount(1);
    assertThat(err.toString()).doesNotContain("belfry serve");
  }

  @Test
  void what_can_not_be_is_wrong_usage() {
    assertRefused("retry", "mailboxes", "burn", "1");
    assertRefused("Missing required option: '--as=SUBSCRIBER'", "subscribe", "finance.#");
    assertRefused("Missing required parameter", "publish", "finance.stock");
    assertRefused("workers.key", "worker");
    assertRefused("16 characters", "worker", "--set", "workers.key=short");
    assertRefused("notifier.name", "worker", "--set", "workers.key=long enough for both of them");
    String data = directory.toString();
    assertRefused("mailbox.embedded=true", "mails", "--data", data);
    assertRefused(data + "/mails", "mails", "--data", data, "--set", "log.max-page=1MiB");
    assertRefused("replace", "create", "x", "--mode", "mix");
    assertRefused("The topic 'a*' contains", "create", "a*");
    assertRefused("The filter 'a#' contains", "listen", "a#");
  }

  @Test
  void a_token_comes_with_the_lines_that_let_its_owner_in() throws Exception {
    run("token", "esmeralda", "--publish", "finance.#", "--subscribe", "#", "--json");
    Map<String, Object> told = JSON.std.mapFrom(out.toString());
    Path file = Files.writeString(directory.resolve("tokens"), told.get("entry").toString());
    Access access = AuthSettings.access(
        Settings.of("auth", AuthSettings.SECTION.keys(), Map.of("tokens", file.toString())));
    assertThat(access.isOpen()).isFalse();
    assertThat(file).content().doesNotContain(told.get("token").toString());
    assertRefused("--publish", "token", "esmeralda");
  }

  @Test
  void keys_are_made_by_transports_that_have_some() {
    String keys = directory.resolve("keys").toString();
    assertThat(run("keys", "hub", "--directory", keys)).isEqualTo(ExitCode.DONE);
    assertThat(lines()).allMatch(line -> Files.exists(Path.of(line))).hasSize(2);
    assertRefused("no keys of its own", "keys", "hub", "--transport", "mqtt");
  }

  @Test
  void the_shell_completes_each_command() throws Exception {
    run("completion");
    Path script = Files.writeString(directory.resolve("completion"), out.toString());
    String line = "COMP_WORDS=(belfry regi); COMP_CWORD=1; _complete_belfry; echo ${COMPREPLY[@]}";
    try (Program bash = Program.run("bash", "-c", ". " + script + "; " + line)) {
      assertThat(bash.output()).containsExactly("register-email");
    }
  }

  @Test
  void a_rule_that_is_none_is_refused() {
    assertRefused("no rule XX-01", "tck", "--transport", "zeromq", "--rule", "XX-01");
    assertRefused("There is no transport 'pigeon'", "tck", "--transport", "pigeon");
    assertRefused("--transport", "tck");
  }

  @Test
  void verbose_adds_where_it_came_from() {
    assertThat(run("config", "--verbose", "--profile", "none")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).contains("SettingsException", "\tat ");
  }

  private void assertRefused(String said, String... arguments) {
    err.getBuffer().setLength(0);
    assertThat(run(arguments)).as(said).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err.toString()).startsWith("belfry: ").contains(said).hasLineCount(1);
  }

  private int run(String... arguments) {
    CommandLine line = Belfry.commandLine(arguments);
    return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
  }

  private List<String> lines() {
    return out.toString().lines().toList();
  }
}
