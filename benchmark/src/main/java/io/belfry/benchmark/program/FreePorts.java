package io.belfry.benchmark.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports in a row that nobody has taken. */
public final class FreePorts {

  private static final int LEAST = 20_000;
  private static final int MOST = 32_000;
  private static final int TRIES = 100;

  private FreePorts() {}

  /**
   * The first of so many ports in a row. Somebody may take them before they are used, if by bad
   * luck.
   */
  public static int find(int count) {
    for (int i = 0; i < TRIES; i++) {
      int first = ThreadLocalRandom.current().nextInt(LEAST, MOST);
      if (areFree(first, count)) {
        return first;
      }
    }
    throw new IllegalStateException("There are no " + count + " free ports in a row.");
  }

  private static boolean areFree(int first, int count) {
    for (int port = first; port < first + count; port++) {
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        socket.setReuseAddress(true);
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }
}
