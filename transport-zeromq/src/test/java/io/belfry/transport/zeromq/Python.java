package io.belfry.transport.zeromq;

import io.belfry.tck.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Python, with the libzmq of the operating system. */
final class Python {

  /** The system's own, since that is the one for which the system has pyzmq. */
  private static final String PROGRAM = "/usr/bin/python3";

  private Python() {}

  /** Starts a script of the test resources. */
  static Program run(String script, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(PROGRAM, "-u", "-B"));
    command.add(scripts().resolve(script).toString());
    List.of(arguments).forEach(argument -> command.add(argument.toString()));
    return Program.run(command.toArray(String[]::new));
  }

  /** Where the scripts are. */
  static Path scripts() {
    return Path.of("src", "test", "resources", "python").toAbsolutePath();
  }

  /** Skips the test where there is no pyzmq. */
  static void assumeZmq() {
    Assumptions.assumeTrue(hasZmq(), "python3-zmq is missing; apt-get install it");
  }

  static boolean hasZmq() {
    if (!Files.isExecutable(Path.of(PROGRAM))) {
      return false;
    }
    try (Program asked = Program.run(PROGRAM, "-c", "import zmq")) {
      return asked.endsWell();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
