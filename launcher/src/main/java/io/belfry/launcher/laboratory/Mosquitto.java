package io.belfry.launcher.laboratory;

import io.belfry.settings.SettingsException;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Mosquitto, as the operating system has it. */
final class Mosquitto implements Living {

  /**
   * What matters for the figures. Without the first it drops for a slow subscriber what exceeds
   * 1000 messages, and without the second it waits with small packets, which Artemis does not; the
   * third is its own way to keep sessions, which it writes when it ends in good order.
   */
  static final String CONFIG = "max_queued_messages 0, set_tcp_nodelay true, persistence true";

  private static final String PROGRAM = "mosquitto";
  private static final String HOST = "127.0.0.1";
  private static final Duration START = Duration.ofSeconds(20);
  private static final int POLL_MILLIS = 10;
  private static final int CONNECT_MILLIS = 1_000;

  private final Process process;
  private final Guard guard;

  private Mosquitto(Process process, Guard guard) {
    this.process = process;
    this.guard = guard;
  }

  /** Debian puts it where only root's PATH leads. */
  static Optional<Path> program() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), Stream.of("/usr/sbin"))
        .map(directory -> Path.of(directory, PROGRAM))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Path requireProgram() {
    return program()
        .orElseThrow(() -> new SettingsException(
            "The program 'mosquitto' is missing; install it, or put it on the PATH."));
  }

  /** What it calls itself. */
  static String version() {
    try {
      Process asked = new ProcessBuilder(requireProgram().toString(), "-h")
          .redirectErrorStream(true)
          .start();
      String help = new String(asked.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return help.lines().findFirst().orElse(PROGRAM);
    } catch (IOException e) {
      return PROGRAM;
    }
  }

  /**
   * Starts it; returns when it takes connections.
   *
   * @param directory where its files are, those of an earlier start included
   */
  static Mosquitto start(Path directory, int port) {
    Path log = directory.resolve("mosquitto.log");
    try {
      Path config = Files.writeString(directory.resolve("mosquitto.conf"), config(directory, port));
      Process process = new ProcessBuilder(requireProgram().toString(), "-c", config.toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start();
      Mosquitto mosquitto = guarded(process);
      if (mosquitto.answers(port)) {
        return mosquitto;
      }
      mosquitto.kill();
    } catch (IOException e) {
      throw new IllegalStateException("Mosquitto can't be started: " + e.getMessage(), e);
    }
    throw new IllegalStateException("Mosquitto did not start: " + Words.last(log));
  }

  private static Mosquitto guarded(Process process) throws IOException {
    try {
      return new Mosquitto(process, Guard.over(process.pid()));
    } catch (IOException e) {
      Living.kill(process);
      throw e;
    }
  }

  private static String config(Path directory, int port) {
    return String.join(
        "\n",
        "listener " + port + " " + HOST,
        // It would change to a user of its own, who may not read these files.
        "user " + System.getProperty("user.name"),
        "allow_anonymous true",
        "log_dest stderr",
        "log_type error",
        "log_type warning",
        CONFIG.replace(", ", "\n"),
        "persistence_location " + directory + "/",
        "");
  }

  private boolean answers(int port) {
    long end = System.nanoTime() + START.toNanos();
    try {
      while (process.isAlive() && System.nanoTime() - end < 0) {
        if (isAt(port)) {
          return process.isAlive(); // Or else it is another program that listens there.
        }
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private static boolean isAt(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public long id() {
    return process.pid();
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void kill() {
    guard.dismiss();
    Living.kill(process);
  }
}
