package io.belfry.teststore;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.tck.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a server has beside its files: processes, and a piece of System V memory. */
final class Memory {

  private static final Path ALL = Path.of("/proc/sysvipc/shm");

  private Memory() {}

  /** The id of the piece of memory, which the server has noted for whoever comes after it. */
  static String of(TestPostgres server) throws IOException {
    Path note = server.files().resolve("data/postmaster.pid");
    String[] words = Files.readAllLines(note).get(6).strip().split("\\s+");
    return words[1];
  }

  static boolean exists(String id) throws IOException {
    return Files.readAllLines(ALL).stream()
        .map(line -> line.strip().split("\\s+"))
        .anyMatch(columns -> columns[1].equals(id));
  }

  static List<ProcessHandle> familyOf(TestPostgres server) {
    ProcessHandle first = server.handle().orElseThrow();
    return Stream.concat(Stream.of(first), first.descendants()).toList();
  }

  static void requireGone(Path files, String memory, List<ProcessHandle> processes)
      throws IOException {
    assertThat(files).doesNotExist();
    assertThat(exists(memory)).isFalse();
    Waiting.until(
        "all processes were gone", () -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }
}
