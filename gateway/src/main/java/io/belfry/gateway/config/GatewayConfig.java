package io.belfry.gateway.config;

import java.util.List;
import java.util.Optional;

/**
 * How a gateway works.
 *
 * @param host where to listen
 * @param port at which port; any free one with 0
 * @param origins where else pages come from that may take part, such as
 *     {@code https://belfry.example.org}; how a proxy in front is seen from outside is one of them
 * @param tls how to encrypt, if it does so itself
 * @param limits how much it takes
 * @param times how long it waits
 */
public record GatewayConfig(
    String host, int port, List<String> origins, Optional<Tls> tls, Limits limits, Times times) {

  /** Copies the list. */
  public GatewayConfig {
    origins = List.copyOf(origins);
  }

  /**
   * The usual one, for this machine alone.
   *
   * @param port at which port; any free one with 0
   * @return the configuration
   */
  public static GatewayConfig local(int port) {
    return new GatewayConfig(
        "127.0.0.1", port, List.of(), Optional.empty(), Limits.DEFAULTS, Times.DEFAULTS);
  }

  /**
   * This one with other limits.
   *
   * @param other the limits
   * @return the configuration
   */
  public GatewayConfig with(Limits other) {
    return new GatewayConfig(host, port, origins, tls, other, times);
  }

  /**
   * This one with other times.
   *
   * @param other the times
   * @return the configuration
   */
  public GatewayConfig with(Times other) {
    return new GatewayConfig(host, port, origins, tls, limits, other);
  }
}
