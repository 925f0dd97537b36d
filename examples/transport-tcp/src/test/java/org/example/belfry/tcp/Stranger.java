package org.example.belfry.tcp;

import io.belfry.tck.Waiting;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A bare socket at the hub's port, which may say anything. */
final class Stranger implements AutoCloseable {

  private static final int A_LITTLE = 1 << 20;
  private static final long A_WHILE = TimeUnit.MILLISECONDS.toNanos(100);

  private final Socket socket = new Socket();
  private final InputStream heard;

  Stranger(Endpoint hub) throws IOException {
    socket.connect(hub.address());
    socket.setSoTimeout(Math.toIntExact(Waiting.LONG.toMillis()));
    heard = new BufferedInputStream(socket.getInputStream());
  }

  /** One that has greeted, and so is taken for a spoke. */
  static Stranger greeted(Endpoint hub) throws IOException {
    Stranger stranger = new Stranger(hub);
    stranger.say(Greeting.bytes());
    return stranger;
  }

  void say(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  void say(String text) throws IOException {
    say(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Says nothing more, and still listens. */
  void fallSilent() throws IOException {
    socket.shutdownOutput();
  }

  /** What the hub says until it ends the connection; fails if it does not end it. */
  String untilTurnedAway() {
    StringBuilder words = new StringBuilder();
    long end = System.nanoTime() + Waiting.LONG.toNanos();
    try {
      for (int next = heard.read(); next >= 0; next = heard.read()) {
        words.append((char) next);
        if (System.nanoTime() - end > 0) {
          throw new AssertionError("the hub goes on, " + words.length() + " bytes so far");
        }
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the hub has not ended the connection", e);
    } catch (IOException e) {
      // Ended, with bytes of the stranger's that the hub did not care to read.
    }
    return words.toString();
  }

  /** Reads a little, and dawdles, again and again. */
  void readSlowlyWhile(BooleanSupplier condition) {
    try {
      while (condition.getAsBoolean() && heard.readNBytes(A_LITTLE).length == A_LITTLE) {
        LockSupport.parkNanos(A_WHILE);
      }
    } catch (IOException e) {
      // It was cut off.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
