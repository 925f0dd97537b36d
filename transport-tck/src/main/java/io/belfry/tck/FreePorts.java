package io.belfry.tck;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of the loopback for what a test starts, ends and starts again. They lie below those that
 * systems give to whoever asks for any, and to outgoing connections: one of these could take the
 * port while nobody listens there.
 *
 * <p>Tests run in several JVMs at once, and two that choose the same port before either listens
 * there would meet. So each JVM has a block of ports to itself, guarded by a socket on its first
 * for as long as the JVM lives; within the block they are given out in turn.
 */
public final class FreePorts {

  static final int LOWEST = 20_000;
  private static final int BLOCKS = 60;
  static final int PORTS_IN_BLOCK = 200;

  private static final FreePorts BLOCK = new FreePorts();

  private final ServerSocket guard;
  private int last;

  private FreePorts() {
    guard = guardOfFreeBlock();
    last = guard.getLocalPort();
  }

  /**
   * Chooses one.
   *
   * @return its number
   * @throws IOException if none can be found
   */
  public static int one() throws IOException {
    return BLOCK.next();
  }

  /**
   * Chooses several.
   *
   * @param count how many
   * @return different ones
   * @throws IOException if they can not be found
   */
  public static List<Integer> choose(int count) throws IOException {
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ports.add(BLOCK.next());
    }
    return List.copyOf(ports);
  }

  private synchronized int next() throws IOException {
    int first = guard.getLocalPort();
    for (int i = 1; i < PORTS_IN_BLOCK; i++) {
      last = first + 1 + (last - first) % (PORTS_IN_BLOCK - 1);
      if (isFree(last)) {
        return last;
      }
    }
    throw new IOException(
        "No port from " + first + " to " + (first + PORTS_IN_BLOCK - 1) + " is free.");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = listen(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static ServerSocket guardOfFreeBlock() {
    int start = ThreadLocalRandom.current().nextInt(BLOCKS);
    for (int i = 0; i < BLOCKS; i++) {
      try {
        return listen(LOWEST + (start + i) % BLOCKS * PORTS_IN_BLOCK);
      } catch (IOException e) {
        // Another JVM has it; a later one will be free.
      }
    }
    throw new IllegalStateException("Every block of ports from " + LOWEST + " on is taken.");
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
