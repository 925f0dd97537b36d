package io.belfry.tck;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A program of the operating system that runs beside a test. */
public final class Program implements AutoCloseable {

  private final Process process;
  private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
  private final Thread reading = new Thread(this::read, "tck-program-output");

  private Program(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    reading.setDaemon(true);
    reading.start();
  }

  /**
   * Starts a program.
   *
   * @param command its file or name, and its arguments as they are
   * @return the program, running
   * @throws IOException if there is none of that name
   */
  public static Program run(String... command) throws IOException {
    return new Program(List.of(command));
  }

  /**
   * Gives it a line of input.
   *
   * @param line the line
   */
  public void say(String line) {
    PrintWriter input = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    input.println(line);
  }

  /**
   * Waits until it has printed such a line.
   *
   * @param isIt tells the line
   */
  public void awaitLine(Predicate<String> isIt) {
    Waiting.until("the right line was printed", () -> lines.stream().anyMatch(isIt));
  }

  /**
   * What it has printed by now, be it as output or as errors.
   *
   * @return the lines
   */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /**
   * Waits until it has ended well; if it ends otherwise, the test fails.
   *
   * @return all that it has printed
   */
  public List<String> output() {
    if (!endsWell()) {
      throw new AssertionError("failed with " + lines());
    }
    return lines();
  }

  /**
   * Waits until it has ended.
   *
   * @return whether it says that it went well
   */
  public boolean endsWell() {
    try {
      if (!process.waitFor(Waiting.LONG.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("still running after " + Waiting.LONG + ", with " + lines());
      }
      reading.join();
      return process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /**
   * Asks it to end, as the operating system does, and waits until it has.
   *
   * @return its exit code
   */
  public int terminate() {
    process.toHandle().destroy(); // The process's own would close its output, too.
    endsWell();
    return process.exitValue();
  }

  /** Ends it, if it has not ended, and whatever it has started. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    endsWell();
  }

  private void read() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      output.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      // The program was ended.
    }
  }
}
