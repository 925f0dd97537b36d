package io.belfry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The five minutes of the README, line by line. */
@Timeout(120)
class TourTest {

  private static final String HEADING = "## Five minutes";

  @TempDir
  Path directory;

  @Test
  void each_line_does_what_it_says() throws Exception {
    Map<String, Path> inBackground = new HashMap<>();
    StringBuilder said = new StringBuilder();
    try (Shell shell = new Shell(directory, Cli.of("zeromq").environment())) {
      for (String line : tour()) {
        if (line.endsWith("&")) {
          inBackground.put(line.split(" ")[1], shell.start(line.substring(0, line.length() - 1)));
        } else {
          said.append(shell.run(line));
        }
      }
      Shell.awaitText(inBackground.get("serve"), "Serving over zeromq");
      Shell.awaitText(
          inBackground.get("listen"), "finance.stock 1 up 1.2 %\nfinance.stock 2 down 0.4 %\n");
    }
    assertThat(said)
        .contains("Created finance.stock", "finance.stock 1\n", "\"server\"")
        .contains("esmeralda@example.org", "pending");
  }

  private static List<String> tour() throws IOException {
    String text = Files.readString(Path.of("..", "README.md"));
    String block = text.substring(text.indexOf(HEADING)).split("```")[1];
    return block.strip().lines().toList();
  }
}
