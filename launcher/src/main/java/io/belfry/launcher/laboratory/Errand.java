package io.belfry.launcher.laboratory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What a process of the laboratory does until its input ends: so it is gone soon after whoever
 * started it, however that one ends.
 */
@FunctionalInterface
interface Errand {

  /** Said when it is there. */
  String READY = "ready";

  /** Begins; it goes on when this returns. */
  void begin(Order order) throws Exception;

  /** Does it in this process, and ends the process. */
  static void run(Errand errand) {
    try {
      BufferedReader input =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      errand.begin(Order.read(Objects.requireNonNullElse(input.readLine(), "{}")));
      System.out.println(READY);
      System.out.flush();
      awaitEnd(input);
    } catch (Exception | LinkageError e) {
      // The last line, which is what is told of it.
      System.err.println(Objects.requireNonNullElse(e.getMessage(), e.toString()));
      System.err.flush();
    }
    Runtime.getRuntime().halt(1); // There is nothing to be kept for later.
  }

  private static void awaitEnd(BufferedReader input) throws IOException {
    String line = input.readLine();
    while (line != null) {
      line = input.readLine();
    }
  }
}
