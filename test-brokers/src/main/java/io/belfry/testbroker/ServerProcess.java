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
public final class ServerProcess {

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

  /**
   * Starts nothing yet.
   *
   * @param command the program and its arguments
   * @param directory where it works, and where its output is kept
   * @param addresses where it will listen
   */
  public ServerProcess(
      List<String> command, Path directory, Collection<InetSocketAddress> addresses) {
    this.command = List.copyOf(command);
    this.directory = directory;
    this.output = directory.resolve("output.txt");
    this.addresses = List.copyOf(addresses);
  }

  /**
   * Starts it; returns when it listens at all its addresses.
   *
   * @throws IOException if it does not; the message has what it printed
   * @throws InterruptedException if the thread was interrupted; nothing runs then
   */
  public void start() throws IOException, InterruptedException {
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

  /**
   * Asks it to end, and waits for that.
   *
   * @throws IOException if it does not end
   * @throws InterruptedException if the thread was interrupted
   */
  public void stop() throws IOException, InterruptedException {
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

  /**
   * Ends it without asking.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  public void kill() throws InterruptedException {
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

  /**
   * The process.
   *
   * @return nothing while it does not run
   */
  public Optional<ProcessHandle> handle() {
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
