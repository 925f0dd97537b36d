package io.belfry.launcher.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** However the laboratory ends, nobody goes on, and nothing is left if that can be. */
@Timeout(120)
class OrphansTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir
  Path directory;

  private Path targets = Path.of("");
  private Path files = Path.of("");

  @BeforeEach
  void writeTargets() throws IOException {
    files = Files.createDirectory(directory.resolve("files"));
    String mosquitto = Mosquitto.program().isPresent()
        ? "{ name = program, profile = mqtt, broker = mosquitto }"
        : "";
    targets = Files.writeString(
        directory.resolve("targets.conf"),
        "targets = [{ name = hub, profile = zeromq }, { name = broker, profile = jms }, "
            + mosquitto + "]");
  }

  @Test
  void the_processes_end_with_a_laboratory_that_is_killed() throws Exception {
    Process laboratory = start();
    List<ProcessHandle> orphans = laboratory.descendants().toList();
    try {
      assertThat(orphans).hasSizeGreaterThan(1);
      laboratory.destroyForcibly().waitFor();
      awaitEnd(orphans);
    } finally {
      end(laboratory, orphans);
    }
  }

  @Test
  void no_file_is_left_by_one_that_is_asked_to_end() throws Exception {
    Process laboratory = start();
    List<ProcessHandle> orphans = laboratory.descendants().toList();
    try {
      assertThat(leftovers()).isNotEmpty();
      laboratory.destroy();
      laboratory.waitFor();
      awaitEnd(orphans);
      assertThat(leftovers()).isEmpty();
    } finally {
      end(laboratory, orphans);
    }
  }

  @Test
  void nothing_is_left_by_one_that_comes_to_its_end() throws Exception {
    Process laboratory = start();
    List<ProcessHandle> orphans = laboratory.descendants().toList();
    try {
      laboratory.getOutputStream().write('\n');
      laboratory.getOutputStream().flush();
      assertThat(laboratory.waitFor()).isZero();
      assertThat(orphans).noneMatch(ProcessHandle::isAlive);
      assertThat(leftovers()).isEmpty();
    } finally {
      end(laboratory, orphans);
    }
  }

  private Process start() throws IOException {
    Path said = directory.resolve("said");
    Process laboratory = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + files,
            "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
            "-cp",
            System.getProperty("java.class.path"),
            VenuesMain.class.getName(),
            targets.toString())
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
    Waiting.within(PATIENCE, "all was open", () -> lines(said).anyMatch("open"::equals));
    return laboratory;
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readString(file).lines();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void awaitEnd(List<ProcessHandle> processes) {
    Waiting.within(
        PATIENCE,
        "all processes had ended",
        () -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }

  private List<Path> leftovers() throws IOException {
    try (Stream<Path> left = Files.list(files)) {
      return left.filter(file -> file.getFileName().toString().startsWith("belfry-"))
          .toList();
    }
  }

  private static void end(Process laboratory, List<ProcessHandle> orphans) throws Exception {
    orphans.forEach(ProcessHandle::destroyForcibly);
    laboratory.destroyForcibly().waitFor();
  }
}
