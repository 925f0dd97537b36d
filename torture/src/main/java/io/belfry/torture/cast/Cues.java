package io.belfry.torture.cast;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What a process hears while it runs: lines at its standard input. When there are no more, whoever
 * started it is gone, or wants it to end; whatever it is doing then, it has ended soon after.
 */
final class Cues {

  /** What a process says when it is there. */
  static final String READY = "ready";

  private static final String END = "";
  private static final int GRACE_SECONDS = 20;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final int graceSeconds;

  private Cues(int graceSeconds) {
    this.graceSeconds = graceSeconds;
    Thread ear = new Thread(this::listen, "torture-cues");
    ear.setDaemon(true);
    ear.start();
  }

  /** For a process with something to clear away. */
  static Cues withGrace() {
    return new Cues(GRACE_SECONDS);
  }

  /** For a process that has nothing to clear away. */
  static Cues withoutGrace() {
    return new Cues(0);
  }

  private void listen() {
    try (BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        heard.add(line);
      }
      heard.add(END);
      TimeUnit.SECONDS.sleep(graceSeconds);
    } catch (IOException | InterruptedException e) {
      // The end in any case.
    }
    Runtime.getRuntime().halt(1);
  }

  /** The next line, or an empty one at the end. */
  String next() throws InterruptedException {
    return heard.take();
  }

  /** Waits for the end. */
  void awaitEnd() throws InterruptedException {
    String line = next();
    while (!line.equals(END)) {
      line = next();
    }
  }

  static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
