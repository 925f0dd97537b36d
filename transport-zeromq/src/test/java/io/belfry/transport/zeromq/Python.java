package io.belfry.transport.zeromq;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;

/** A program in Python, running beside this one with the libzmq of the operating system. */
final class Python implements AutoCloseable {

  /** The system's own, since that is the one for which the system has pyzmq. */
  private static final String PROGRAM = "/usr/bin/python3";

  private final Process process;
  private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
  private final Thread reading = new Thread(this::read, "tck-python-output");

  private Python(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    reading.setDaemon(true);
    reading.start();
  }

  /** Starts a script of the test resources. */
  static Python run(String script, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(PROGRAM, "-u", "-B"));
    command.add(scripts().resolve(script).toString());
    List.of(arguments).forEach(argument -> command.add(argument.toString()));
    return new Python(command);
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
    try (Python asked = new Python(List.of(PROGRAM, "-c", "import zmq"))) {
      return asked.exitValue() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives it a line of input. */
  void say(String line) {
    PrintWriter input = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    input.println(line);
  }

  /** Waits until it has printed such a line. */
  void awaitLine(Predicate<String> isIt) {
    Waiting.until("the right line was printed", () -> lines().stream().anyMatch(isIt));
  }

  /** What it has printed by now. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** Waits until it has ended, and returns all that it has printed. */
  List<String> output() {
    if (exitValue() != 0) {
      throw new AssertionError("failed with " + lines());
    }
    return lines();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    exitValue();
  }

  private int exitValue() {
    try {
      if (!process.waitFor(Waiting.LONG.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("still running after " + Waiting.LONG + ", with " + lines());
      }
      reading.join();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private void read() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      output.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      // The program was ended.
    }
  }
}
