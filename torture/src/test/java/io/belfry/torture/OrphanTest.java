package io.belfry.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When the one who directs it all is killed, nobody goes on. */
@Timeout(120)
class OrphanTest {

  @Test
  void the_processes_end_with_the_one_that_started_them(@TempDir Path directory) throws Exception {
    Process director = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "--transport",
            "mqtt",
            "--kills",
            "0",
            "--out",
            directory.resolve("out").toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    Path history = directory.resolve("out/histories/subscriber-0.history");
    try {
      Waiting.within(Duration.ofSeconds(60), "a subscriber began", () -> Files.exists(history));
      List<ProcessHandle> orphans = director.descendants().toList();
      assertThat(orphans).hasSizeGreaterThan(3);
      director.destroyForcibly().waitFor();
      Waiting.within(
          Duration.ofSeconds(45),
          "all processes had ended",
          () -> orphans.stream().noneMatch(ProcessHandle::isAlive));
    } finally {
      director.descendants().forEach(ProcessHandle::destroyForcibly);
      director.destroyForcibly().waitFor();
    }
  }
}
