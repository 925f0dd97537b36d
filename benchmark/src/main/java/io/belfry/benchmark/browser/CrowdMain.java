package io.belfry.benchmark.browser;

import java.io.IOException;

/**
 * The program of a crowd's process. It says when all are there, and ends when its standard input
 * does: so it ends with whoever started it, however that ended.
 */
public final class CrowdMain {

  /** The one line that it writes. */
  static final String READY = "ready";

  private CrowdMain() {}

  /** Runs until there is no more input; the arguments are the way, the port, and how many. */
  public static void main(String[] arguments) throws IOException {
    Way way = Way.valueOf(arguments[0]);
    int port = Integer.parseInt(arguments[1]);
    int count = Integer.parseInt(arguments[2]);
    try (Crowd crowd = Crowd.open(way, port, count, (receiver, sequence, size) -> {})) {
      System.out.println(READY);
      int read = 0;
      while (read >= 0) {
        read = System.in.read();
      }
      crowd.requireAll();
    }
    System.exit(0);
  }
}
