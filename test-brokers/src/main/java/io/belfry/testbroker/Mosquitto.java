package io.belfry.testbroker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Mosquitto, as the operating system has it. */
final class Mosquitto {

  private static final String PROGRAM = "mosquitto";

  private Mosquitto() {}

  static Optional<String> missing() {
    return program().isPresent()
        ? Optional.empty()
        : Optional.of("The program 'mosquitto' is missing; install it, or put it on the PATH.");
  }

  static ProcessBroker start(Setup setup) throws Exception {
    String program = program().orElseThrow().toString();
    return ProcessBroker.start(Kind.MOSQUITTO, (directory, addresses) -> {
      MosquittoFiles files = new MosquittoFiles(
          directory, directory.path().toString(), System.getProperty("user.name"));
      Path config = files.write(setup, "127.0.0.1", addresses.port(Protocol.MQTT));
      return new ServerProcess(
          List.of(program, "-c", config.toString()), directory.path(), addresses.all());
    });
  }

  /** Debian puts it where only root's PATH leads. */
  private static Optional<Path> program() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), Stream.of("/usr/sbin"))
        .map(directory -> Path.of(directory, PROGRAM))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
