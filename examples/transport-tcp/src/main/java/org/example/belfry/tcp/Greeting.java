package org.example.belfry.tcp;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The first bytes on a connection, from each side: eight letters, of which the last is the version
 * of the protocol. The spoke begins, so that a hub says nothing to strangers.
 */
final class Greeting {

  private static final String PROTOCOL = "BELFRY/";
  private static final String VERSION = "1";
  private static final int SIZE = PROTOCOL.length() + VERSION.length();

  private Greeting() {}

  /**
   * Greets the hub, and waits for its answer.
   *
   * @throws TransportException with {@code REFUSED}, if it is none that speaks this version
   */
  static void ofSpoke(Socket socket) throws IOException {
    send(socket);
    String theirs = receive(socket);
    if (!theirs.startsWith(PROTOCOL)) {
      throw new TransportException(
          Category.REFUSED, "What listens there is no hub; see which 'endpoint' the hub has.");
    }
    if (!theirs.endsWith(VERSION)) {
      throw new TransportException(
          Category.REFUSED,
          "The hub speaks another version of the protocol than " + VERSION + "; update either.");
    }
  }

  /** Waits for the greeting of a spoke; the answer is {@link #bytes}, when all is ready for it. */
  static void ofHub(Socket socket) throws IOException {
    String theirs = receive(socket);
    if (!theirs.startsWith(PROTOCOL)) {
      throw new ProtocolException("It is no spoke.");
    }
    if (!theirs.endsWith(VERSION)) {
      send(socket); // So that it can tell.
      throw new ProtocolException("It speaks another version of the protocol.");
    }
  }

  static byte[] bytes() {
    return (PROTOCOL + VERSION).getBytes(StandardCharsets.US_ASCII);
  }

  private static void send(Socket socket) throws IOException {
    socket.getOutputStream().write(bytes());
  }

  private static String receive(Socket socket) throws IOException {
    byte[] theirs = socket.getInputStream().readNBytes(SIZE);
    if (theirs.length < SIZE) {
      throw new IOException("The other side has closed the connection.");
    }
    return new String(theirs, StandardCharsets.US_ASCII);
  }
}
