package io.belfry.launcher.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.launcher.Cli;
import io.belfry.launcher.Shell;
import io.belfry.tck.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the guide to the gateway, and the README, say to try: each line does what it says. */
@Timeout(120)
class GatewayGuideTest {

  private static final Path HOUSE = Path.of("..");
  private static final Path GUIDE = HOUSE.resolve(Path.of("docs", "guide", "gateway.md"));
  private static final Path README = HOUSE.resolve("README.md");
  private static final String USUAL_PORT = "7780";

  @TempDir
  Path directory;

  private final StringBuilder said = new StringBuilder();
  private String port = USUAL_PORT;

  @BeforeEach
  void choosePort() throws IOException {
    port = Integer.toString(FreePorts.one());
  }

  @Test
  void the_lines_for_a_shell() throws Exception {
    Installed.findOrSkip(Installed.CURL);
    try (Shell shell = new Shell(directory, environment())) {
      Path stream = run(shell, block(GUIDE, "## With curl", "```\n"));
      Shell.awaitText(stream, "\"text\":\"up 1.2 %\"");
      assertThat(said)
          .contains("\"seq\":1", "\nup 1.2 %", "weather.paris", "\"server\"")
          .contains("\"topic\":\"finance.stock\",\"seq\":1");
      said.setLength(0);
      Path next = run(shell, block(README, "## Pages", "```\n"));
      Shell.awaitText(next, "\"text\":\"up 2 %\"");
      assertThat(said).contains("\"seq\":2", "\nup 2 %");
    }
  }

  @Test
  void the_script_for_a_browser() throws Exception {
    try (Browser browser = Browser.startOrSkip();
        Shell shell = new Shell(directory, environment());
        Window window = browser.window()) {
      run(shell, List.of("./belfry serve &", "./belfry create finance.stock"));
      window.go("http://127.0.0.1:" + port + "/");
      window.evaluate("console.log = (...all) => { window.heard = all.join(' ') }");
      window.evaluate(String.join("\n", block(GUIDE, "## Server-sent events", "```js\n")));
      run(shell, List.of("./belfry publish finance.stock up"));
      window.await("the event was told", "window.heard === 'finance.stock 1 up'");
    }
  }

  /** Returns where the output of the last line goes that runs in the background. */
  private Path run(Shell shell, List<String> lines) throws Exception {
    Path background = directory;
    for (String line : lines) {
      String here = line.replace(USUAL_PORT, port);
      if (here.endsWith("&")) {
        background = shell.start(here.substring(0, here.length() - 1));
        if (here.contains(" serve")) {
          Shell.awaitText(background, "Serving over");
        }
      } else {
        said.append(shell.run(here)).append('\n');
      }
    }
    return background;
  }

  private Map<String, String> environment() throws Exception {
    Cli cli = Cli.of("zeromq");
    cli.set("gateway.port", port);
    Map<String, String> environment = new HashMap<>(cli.environment());
    Files.writeString(directory.resolve(".curlrc"), "fail-with-body\nsilent\nshow-error\n");
    environment.put("CURL_HOME", directory.toString());
    return environment;
  }

  private static List<String> block(Path page, String heading, String fence) throws Exception {
    String text = Files.readString(page);
    String after = text.substring(text.indexOf(heading)).split(Pattern.quote(fence), 2)[1];
    return after.substring(0, after.indexOf("```")).strip().lines().toList();
  }
}
