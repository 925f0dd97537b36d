package org.example.belfry.tcp;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Connects to a hub and greets it, within the time-out for both together. */
final class Dialer {

  private Dialer() {}

  /**
   * Makes a connection on which frames can travel.
   *
   * @throws TransportException with {@code UNREACHABLE} if nobody answers in time, {@code REFUSED}
   *     if what answers is not a hub; no socket is left
   */
  static Socket dial(TcpConfig config) {
    long deadline = System.nanoTime() + config.connectTimeout().toNanos();
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(config.endpoint().address(), millisUntil(deadline));
      socket.setSoTimeout(millisUntil(deadline));
      Greeting.ofSpoke(socket);
      return socket;
    } catch (IOException e) {
      close(socket);
      throw new TransportException(
          Category.UNREACHABLE,
          "The hub at " + config.endpoint() + " does not answer: " + reason(e, config),
          e);
    } catch (TransportException e) {
      close(socket);
      throw e;
    }
  }

  /** At least one: zero would mean for ever. */
  private static int millisUntil(long deadline) {
    return Math.toIntExact(
        Math.max(1, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
  }

  private static String reason(IOException e, TcpConfig config) {
    return e instanceof SocketTimeoutException
        ? "it was silent for " + config.connectTimeout().toMillis() + " ms."
        : e.getMessage() + "; is it running?";
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Nobody waits for it.
    }
  }
}
