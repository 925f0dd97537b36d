package io.belfry.torture.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A process of ours, which ends with its input: so it never outlives this one. */
final class Child implements AutoCloseable {

  private static final int END_SECONDS = 30;

  private final Process process;
  private final PrintWriter input;
  private final List<String> said = new ArrayList<>();
  private final Thread listening;

  private Child(Process process, String name) {
    this.process = process;
    input = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    listening = new Thread(this::listen, "torture-ear-" + name);
    listening.setDaemon(true);
    listening.start();
  }

  static Child start(String name, Class<?> program, List<String> arguments, Path log)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        // A short life is not worth the second compiler.
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Dbelfry.artemis.home=" + System.getProperty("belfry.artemis.home", ""),
        "-cp",
        System.getProperty("java.class.path"),
        program.getName()));
    command.addAll(arguments);
    return new Child(
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start(),
        name);
  }

  private void listen() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        hear(line);
      }
    } catch (IOException e) {
      // It has ended.
    }
  }

  private synchronized void hear(String line) {
    said.add(line);
    notifyAll();
  }

  void tell(String line) {
    input.println(line);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  synchronized boolean hasSaid(String line) {
    return said.stream().anyMatch(line::equals);
  }

  synchronized long count(String line) {
    return said.stream().filter(line::equals).count();
  }

  /** Waits for a line, as long as the process lives. */
  synchronized Optional<String> await(Predicate<String> isIt, long millis)
      throws InterruptedException {
    long end = System.currentTimeMillis() + millis;
    while (true) {
      Optional<String> line = said.stream().filter(isIt).findFirst();
      long left = end - System.currentTimeMillis();
      if (line.isPresent() || left <= 0 || !process.isAlive()) {
        return line;
      }
      wait(Math.min(left, 100));
    }
  }

  /** Ends it without asking. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
    listening.join();
  }

  /** Asks it to end, and waits for that; returns whether it ended well. */
  boolean end() throws InterruptedException {
    input.close();
    if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
      kill();
      return false;
    }
    listening.join();
    return process.exitValue() == 0;
  }

  /** Ends it, in good order if it can. */
  @Override
  public void close() {
    try {
      end();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (UncheckedIOException e) {
      process.destroyForcibly();
    }
  }
}
