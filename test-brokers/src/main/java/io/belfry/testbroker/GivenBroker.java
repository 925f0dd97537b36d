package io.belfry.testbroker;

import io.belfry.tck.Broker;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** A broker that somebody else has started, and looks after. */
final class GivenBroker implements TestBroker {

  static final String MQTT_URL = "BELFRY_MQTT_URL";
  static final String JMS_URL = "BELFRY_JMS_URL";

  private final Kind kind;
  private final InetSocketAddress address;

  private GivenBroker(Kind kind, InetSocketAddress address) {
    this.kind = kind;
    this.address = address;
  }

  static Optional<String> missing(String variable) {
    return url(variable).isPresent()
        ? Optional.empty()
        : Optional.of("The environment names no broker in " + variable + ".");
  }

  static GivenBroker of(Kind kind, String variable, Setup setup) {
    if (!setup.equals(Setup.PLAIN)) {
      throw new IllegalArgumentException("A given broker can't be set up by a test.");
    }
    return new GivenBroker(kind, address(variable, url(variable).orElseThrow()));
  }

  static InetSocketAddress address(String variable, String url) {
    try {
      URI uri = new URI(url);
      if (uri.getHost() != null && uri.getPort() >= 0) {
        return new InetSocketAddress(uri.getHost(), uri.getPort());
      }
    } catch (URISyntaxException e) {
      // The sentence below says what it should be.
    }
    throw new IllegalArgumentException(
        variable + " is '" + url + "'; write it as tcp://HOST:PORT.");
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public InetSocketAddress at(Protocol protocol) {
    if (!kind.protocols().contains(protocol)) {
      throw new IllegalArgumentException("This broker does not speak " + protocol + ".");
    }
    return address;
  }

  @Override
  public Optional<Broker> control() {
    return Optional.empty();
  }

  @Override
  public void close() {}

  private static Optional<String> url(String variable) {
    return Optional.ofNullable(System.getenv(variable)).filter(url -> !url.isBlank());
  }
}
