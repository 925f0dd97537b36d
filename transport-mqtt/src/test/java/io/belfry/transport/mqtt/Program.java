package io.belfry.transport.mqtt;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program of the operating system, running beside this one. */
final class Program implements AutoCloseable {

  /** The clients that come with Mosquitto; one stands for all. */
  static final String CLIENTS = "mosquitto-clients";

  private static final List<String> ALL_CLIENTS =
      List.of("mosquitto_pub", "mosquitto_sub", "mosquitto_rr");

  private final Process process;
  private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
  private final Thread reading = new Thread(this::read, "tck-program-output");

  private Program(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    reading.setDaemon(true);
    reading.start();
  }

  /** Starts what a shell makes of the line. */
  static Program shell(String line) throws IOException {
    return new Program(List.of("sh", "-c", line));
  }

  /** Starts a program with its arguments as they are. */
  static Program run(String... command) throws IOException {
    return new Program(List.of(command));
  }

  /** Skips the test where Mosquitto's clients are missing. */
  static void assumeClients() {
    Assumptions.assumeTrue(hasClients(), CLIENTS + " is missing; apt-get install it");
  }

  static boolean hasClients() {
    return ALL_CLIENTS.stream().allMatch(Program::isThere);
  }

  /** Waits until it has printed such a line. */
  void awaitLine(String line) {
    Waiting.until("'" + line + "' was printed, but " + lines, () -> lines.contains(line));
  }

  /** What it has printed by now. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** Waits until it has ended well, and returns all that it has printed. */
  List<String> output() {
    if (exitValue() != 0) {
      throw new AssertionError("failed with " + lines());
    }
    return lines();
  }

  /** Ends it, if it has not ended, and whatever it has started. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
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

  private static boolean isThere(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, program))
        .anyMatch(Files::isExecutable);
  }
}
