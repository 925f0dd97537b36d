package io.belfry.teststore;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.Waiting;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a server when the JVM that has started it ends. */
class DeathTest {

  @ParameterizedTest
  @ValueSource(strings = {"leave", "stay"})
  void the_server_and_its_files_go_with_the_program(String behaviour) throws Exception {
    Optional<String> missing = TestPostgres.missing();
    Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    Process program = program(behaviour);
    try (BufferedReader output = program.inputReader(StandardCharsets.UTF_8)) {
      String[] told = output.readLine().split(" ");
      long server = Long.parseLong(told[0]);
      if (behaviour.equals("stay")) {
        assertThat(ProcessHandle.of(server)).isPresent();
        program.destroyForcibly();
      }
      Waiting.until(
          "the server was gone",
          () -> ProcessHandle.of(server).map(handle -> !handle.isAlive()).orElse(true));
      Waiting.until("the files were gone", () -> Files.notExists(Path.of(told[1])));
    } finally {
      program.destroyForcibly();
    }
  }

  private static Process program(String behaviour) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            Forgetful.class.getName(),
            behaviour)
        .redirectErrorStream(true)
        .start();
  }
}
