package io.belfry.launcher.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs of the operating system that some tests need. */
final class Installed {

  static final String CHROMIUM = "chromium";
  static final String CURL = "curl";

  private Installed() {}

  /** Where a program is, if it is on the PATH. */
  static Optional<Path> find(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Without the program the test is skipped. */
  static Path findOrSkip(String name) {
    Assumptions.assumeTrue(find(name).isPresent(), "There is no " + name + " on the PATH.");
    return find(name).orElseThrow();
  }
}
