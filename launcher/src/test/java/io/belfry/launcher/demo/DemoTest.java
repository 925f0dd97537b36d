package io.belfry.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.launcher.Cli;
import io.belfry.launcher.Shell;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.tck.Program;
import io.belfry.tck.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo as a process, and the lines that it says to try. */
@Timeout(120)
class DemoTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir
  Path directory;

  @Test
  void what_it_says_to_try_works_and_nothing_is_left() throws Exception {
    Cli cli = Cli.of("zeromq");
    cli.set("mailbox.port", "0");
    Path data;
    try (Shell shell = new Shell(directory, cli.environment());
        Program demo = cli.start("demo")) {
      demo.awaitLine(line -> line.startsWith("Ctrl-C"));
      List<String> said = demo.lines();
      assertThat(said).anyMatch(line -> line.startsWith("Serving over zeromq"));
      assertThat(said).anyMatch(line -> line.startsWith("Open http://127.0.0.1:"));
      assertThat(shell.run(line(said, "topics")))
          .contains("tower.clock", "news.tower", "demo.rectangle", "demo.chart");
      assertThat(shell.run(line(said, "listen") + " --count 3")).contains("market.bronze ");
      assertThat(shell.run(line(said, "publish"))).startsWith("news.tower ");
      assertThat(shell.run(line(said, "register-email"))).contains("me@example.org gets a mail");
      String mails = line(said, "mails");
      awaitMails(shell, mails);
      data = Path.of(mails.substring(mails.lastIndexOf(' ') + 1));
      assertThat(data).isDirectory();
      demo.terminate();
    }
    assertThat(data).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mqtt", "jms"})
  void another_profile_is_another_wire(String name) throws Exception {
    Cli cli = Cli.of(name, directory.resolve("data"));
    cli.set("mailbox.port", "0");
    try (Plugins plugins = Plugins.load(directory.resolve("none"));
        Demo demo = Demo.start(cli.profile(plugins), plugins)) {
      assertThat(demo.transport()).isEqualTo(name);
      cli.does("replay", "market.bronze");
    }
    assertThat(directory.resolve("data")).as("what was asked for is kept").isDirectory();
  }

  private static void awaitMails(Shell shell, String line) {
    Waiting.within(PATIENCE, "mails came", () -> {
      try {
        String listed = shell.run(line);
        return listed.contains("reader@example.org") && listed.contains("me@example.org");
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    });
  }

  private static String line(List<String> said, String command) {
    return said.stream()
        .map(String::strip)
        .filter(line -> (line + " ").startsWith("./belfry " + command + " "))
        .findFirst()
        .orElseThrow();
  }
}
