package org.example.belfry.tcp;

import io.belfry.transport.Loopback;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the hub listens.
 *
 * @param host a name or number; that of IPv6 has brackets
 * @param port the port
 */
record Endpoint(String host, int port) {

  private static final int MAX_PORT = 65_535;
  private static final Pattern WRITTEN =
      Pattern.compile("(?:tcp://)?([^:/\\[\\]\\s]+|\\[[0-9A-Fa-f:.]+\\]):(\\d{1,5})");

  static Endpoint parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    int port = written.matches() ? Integer.parseInt(written.group(2)) : 0;
    if (port < 1 || port > MAX_PORT) {
      throw new TransportException(
          Category.CONFIGURATION,
          "The endpoint '" + text + "' is not of the form tcp://HOST:PORT.");
    }
    return new Endpoint(written.group(1), port);
  }

  /** Whether it leads nowhere but to this machine. */
  boolean isLoopback() {
    return Loopback.holds(host);
  }

  /** The address to bind or connect; looks the name up. */
  InetSocketAddress address() {
    return new InetSocketAddress(host, port);
  }

  @Override
  public String toString() {
    return "tcp://" + host + ":" + port;
  }
}
