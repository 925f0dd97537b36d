package io.belfry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.FreePorts;
import io.belfry.tck.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The five minutes of the README, line by line. */
@Timeout(120)
class TourTest {

  private static final String HEADING = "## Five minutes";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir
  Path directory;

  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() throws Exception {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void each_line_does_what_it_says() throws Exception {
    installStarter();
    Map<String, Path> inBackground = new HashMap<>();
    StringBuilder said = new StringBuilder();
    for (String line : tour()) {
      if (line.endsWith("&")) {
        inBackground.put(line.split(" ")[1], start(line.substring(0, line.length() - 1)));
      } else {
        said.append(run(line));
      }
    }
    awaitText(inBackground.get("serve"), "Serving over zeromq");
    awaitText(inBackground.get("listen"), "finance.stock 1 up 1.2 %\nfinance.stock 2 down 0.4 %\n");
    assertThat(said)
        .contains("Created finance.stock", "finance.stock 1\n", "\"server\"")
        .contains("esmeralda@example.org", "pending");
  }

  private static List<String> tour() throws IOException {
    String text = Files.readString(Path.of("..", "README.md"));
    String block = text.substring(text.indexOf(HEADING)).split("```")[1];
    return block.strip().lines().toList();
  }

  private void installStarter() throws IOException {
    String endpoint = FreePorts.choose(6).stream()
        .map(port -> "tcp://127.0.0.1:" + port)
        .collect(Collectors.joining(","));
    String script = String.join(
        "\n",
        "#!/bin/sh",
        "export LC_ALL=C.UTF-8 BELFRY_TRANSPORT_ENDPOINT=" + endpoint,
        "exec '" + Path.of(System.getProperty("java.home"), "bin", "java")
            + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '"
            + System.getProperty("java.class.path") + "' " + Main.class.getName() + " \"$@\"");
    Path file = Files.writeString(directory.resolve("belfry"), script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path start(String line) throws IOException {
    Path output = directory.resolve("output-" + processes.size());
    processes.add(new ProcessBuilder("/bin/sh", "-c", line)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start());
    return output;
  }

  private String run(String line) throws Exception {
    Path output = start(line);
    Process process = processes.get(processes.size() - 1);
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(line).isTrue();
    assertThat(process.exitValue()).as(line + Files.readString(output)).isZero();
    return Files.readString(output);
  }

  private static void awaitText(Path output, String text) {
    Waiting.within(PATIENCE, text, () -> {
      try {
        return Files.readString(output).contains(text);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    });
  }
}
