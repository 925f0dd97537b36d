package io.belfry.launcher.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory that goes with what needs it, and all that is in it.
 *
 * @param path where it is
 */
public record PassingDirectory(Path path) implements AutoCloseable {

  /**
   * Makes one.
   *
   * @param purpose stands in its name
   * @return a new one, empty
   * @throws IOException if there is no room for it
   */
  public static PassingDirectory make(String purpose) throws IOException {
    return new PassingDirectory(Files.createTempDirectory("belfry-" + purpose + "-"));
  }

  /** Deletes it. */
  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
