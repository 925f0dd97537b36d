package io.belfry.transport.mqtt;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The programs that come with Mosquitto for a shell. */
final class MosquittoClients {

  /** What the system calls them, and what promises them. */
  static final String NAME = "mosquitto-clients";

  private static final List<String> ALL = List.of("mosquitto_pub", "mosquitto_sub", "mosquitto_rr");

  private MosquittoClients() {}

  /** Skips the test where they are missing. */
  static void assumeThere() {
    Assumptions.assumeTrue(areThere(), NAME + " is missing; apt-get install it");
  }

  static boolean areThere() {
    return ALL.stream().allMatch(MosquittoClients::isThere);
  }

  private static boolean isThere(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, program))
        .anyMatch(Files::isExecutable);
  }
}
