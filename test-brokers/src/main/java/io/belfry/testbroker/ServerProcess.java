package io.belfry.testbroker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A server program that runs beside this one, at most once at a time, and never outlives it. */
final class ServerProcess {

  private static final Duration START = Duration.ofSeconds(40);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final int SHOWN_LINES = 30;

  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Thread last = new Thread(() -> RUNNING.forEach(Process::destroyForcibly), "tck-broker-end");
    Runtime.getRuntime().addShutdownHook(last);
  }

  private final List<String> command;
  private final Path directory;
  private final Path output;
  private final Collection<InetSocketAddress> addresses;
  private Optional<Process> running = Optional.empty();

  ServerProcess(List<String> command, Path directory, Collection<InetSocketAddress> addresses) {
    this.command = List.copyOf(command);
    this.directory = directory;
    this.output = directory.resolve("output.txt");
    this.addresses = List.copyOf(addresses);
  }

  /** Starts it; returns when it listens at all its addresses. */
  void start() throws IOException, InterruptedException {
    if (running.isPresent()) {
      throw new IllegalStateException("It runs already.");
    }
    Process process = new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
        .start();
    RUNNING.add(process);
    running = Optional.of(process);
    try {
      Listening.await(addresses, START, process::isAlive);
    } catch (InterruptedException e) {
      kill();
      throw e;
    } catch (IOException e) {
      kill();
      throw new IOException(e.getMessage() + " It printed:\n" + lastOutput(), e);
    }
  }

  /** Asks it to end, and waits for that. */
  void stop() throws IOException, InterruptedException {
    if (running.isEmpty()) {
      return;
    }
    Process process = running.get();
    signal("CONT");
    process.destroy();
    if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
      kill();
      throw new IOException(
          "It did not end within " + STOP.toSeconds() + " s. It printed:\n" + lastOutput());
    }
    forget(process);
  }

  /** Ends it without asking. */
  void kill() throws InterruptedException {
    if (running.isPresent()) {
      Process process = running.get();
      process.destroyForcibly();
      process.waitFor();
      forget(process);
    }
  }

  /** Sends a signal by its name. */
  void signal(String name) throws IOException, InterruptedException {
    String id = Long.toString(running.orElseThrow().pid());
    Process sending = new ProcessBuilder("kill", "-" + name, id)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    if (sending.waitFor() != 0) {
      throw new IOException("The process " + id + " did not take the signal " + name + ".");
    }
  }

  Optional<ProcessHandle> handle() {
    return running.map(Process::toHandle);
  }

  private void forget(Process process) {
    RUNNING.remove(process);
    running = Optional.empty();
  }

  private String lastOutput() throws IOException {
    List<String> lines = Files.readAllLines(output, Charset.defaultCharset());
    return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
  }
}
