package io.belfry.testbroker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for somebody to listen. */
final class Listening {

  private static final long POLL_MILLIS = 20;
  private static final int CONNECT_MILLIS = 1_000;
  private static final int LISTEN_MILLIS = 100;

  private Listening() {}

  /**
   * Waits until all addresses take connections.
   *
   * @throws IOException if that does not happen in time, or can't since the server has ended
   */
  static void await(
      Collection<InetSocketAddress> addresses, Duration limit, BooleanSupplier isAlive)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    for (InetSocketAddress address : addresses) {
      while (!isAt(address)) {
        if (!isAlive.getAsBoolean()) {
          throw new IOException("The broker ended while it started.");
        }
        if (System.nanoTime() - end > 0) {
          throw new IOException(
              "Nobody listened at " + address + " within " + limit.toSeconds() + " s.");
        }
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      }
    }
    if (!isAlive.getAsBoolean()) {
      throw new IOException("The broker ended, and another program listens at its port.");
    }
  }

  /**
   * Whether somebody listens there who waits for the client to speak. What only passes on, as
   * Docker does, takes a connection and drops it at once where there is nobody behind it.
   */
  static boolean isAt(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(address, CONNECT_MILLIS);
      socket.setSoTimeout(LISTEN_MILLIS);
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
