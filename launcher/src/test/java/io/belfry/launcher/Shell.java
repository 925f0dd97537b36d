package io.belfry.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A directory with {@code ./belfry} in it, and a shell for the lines that guides have. */
public final class Shell implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path directory;
  private final Map<String, String> environment;
  private final List<Process> processes = new ArrayList<>();

  /** Installs the program, for which some variables are set. */
  public Shell(Path directory, Map<String, String> environment) throws IOException {
    this.directory = directory;
    this.environment = environment;
    String script = String.join(
        "\n",
        "#!/bin/sh",
        "exec '" + Path.of(System.getProperty("java.home"), "bin", "java")
            + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC " + String.join(" ", Cli.QUIET) + " -cp '"
            + System.getProperty("java.class.path") + "' " + Main.class.getName() + " \"$@\"");
    Path file = Files.writeString(directory.resolve("belfry"), script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Starts a line, and returns where its output goes. */
  public Path start(String line) throws IOException {
    Path output = directory.resolve("output-" + processes.size());
    ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", line);
    shell.environment().put("LC_ALL", "C.UTF-8");
    shell.environment().putAll(environment);
    processes.add(shell
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start());
    return output;
  }

  /** Waits for a line that does well, and returns what it said. */
  public String run(String line) throws Exception {
    Path output = directory.resolve("output-" + processes.size());
    start(line);
    Process process = processes.get(processes.size() - 1);
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(line).isTrue();
    assertThat(process.exitValue()).as(line + Files.readString(output)).isZero();
    return Files.readString(output);
  }

  public static void awaitText(Path output, String text) {
    Waiting.within(PATIENCE, text, () -> {
      try {
        return Files.readString(output).contains(text);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    });
  }

  @Override
  public void close() throws InterruptedException {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }
}
