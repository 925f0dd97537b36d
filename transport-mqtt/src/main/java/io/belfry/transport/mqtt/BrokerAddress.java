package io.belfry.transport.mqtt;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where the broker is.
 *
 * @param host its name or number
 * @param port its port
 * @param isEncrypted whether to speak TLS with it
 */
record BrokerAddress(String host, int port, boolean isEncrypted) {

  private static final int PLAIN_PORT = 1_883;
  private static final int TLS_PORT = 8_883;

  /**
   * Reads {@code tcp://HOST:PORT} or {@code ssl://HOST:PORT}.
   *
   * @throws TransportException with {@code CONFIGURATION} if it is neither; what is written is not
   *     repeated, since it may hold a password
   */
  static BrokerAddress parse(String url) {
    try {
      URI uri = new URI(url);
      if (uri.getHost() != null && uri.getUserInfo() == null && uri.getPath().isEmpty()) {
        return of(uri.getHost(), uri.getPort(), String.valueOf(uri.getScheme()));
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    throw malformed();
  }

  private static BrokerAddress of(String host, int port, String scheme) {
    return switch (scheme) {
      case "tcp", "mqtt" -> new BrokerAddress(host, port < 0 ? PLAIN_PORT : port, false);
      case "ssl", "mqtts" -> new BrokerAddress(host, port < 0 ? TLS_PORT : port, true);
      default -> throw malformed();
    };
  }

  private static TransportException malformed() {
    return new TransportException(
        Category.CONFIGURATION,
        "The setting 'url' must be tcp://HOST:PORT or ssl://HOST:PORT, without user or password.");
  }

  /** As it is written in the setting. */
  @Override
  public String toString() {
    return (isEncrypted ? "ssl://" : "tcp://") + host + ":" + port;
  }
}
