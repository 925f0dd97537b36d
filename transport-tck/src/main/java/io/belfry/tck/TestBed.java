package io.belfry.tck;

import io.belfry.transport.Side;
import io.belfry.transport.TransportProvider;
import java.util.Map;
import java.util.Optional;

/**
 * The surroundings of one test: what a transport needs to be opened on this machine. Each test gets
 * a new bed and closes it.
 *
 * <p>Thread: the test's own, one call at a time. A bed opens no transport; the contract does that,
 * and closes all that it has opened before it closes the bed.
 */
public interface TestBed extends AutoCloseable {

  /**
   * What is tested.
   *
   * @return the provider, as an application would find it
   */
  TransportProvider provider();

  /**
   * What an application finds by the transport's name, where something is tested that wraps it.
   *
   * @return a provider that {@code ServiceLoader} finds
   */
  default TransportProvider registered() {
    return provider();
  }

  /**
   * Settings with which a transport can be opened.
   *
   * <p>Addresses are free on this machine and not those of another bed. Time-outs should be short,
   * about two seconds: some rules wait for them to pass.
   *
   * @param side who opens; where there is a broker, both get settings of a client
   * @return valid settings, the same at each call
   */
  Map<String, String> settings(Side side);

  /**
   * The broker, where there is one. Without it the other side is the hub, which the contract closes
   * and opens again by itself.
   *
   * @return what controls the broker, or nothing for a brokerless transport
   */
  default Optional<Broker> broker() {
    return Optional.empty();
  }

  /**
   * Settings of a spoke whose every network address leads through a detour, where the contract
   * listens, cuts and swallows. To be given by every transport that uses a network: without it,
   * what can be proved on the wire alone (encryption, reconnecting) must not be declared. One rule
   * gives an address of another machine, and opens nothing.
   *
   * @param detour gives the address to use in place of the one of the hub or broker
   * @return the settings, or nothing if there is no network
   */
  default Optional<Map<String, String>> spokeSettingsThrough(Detour detour) {
    return Optional.empty();
  }

  /**
   * Settings of a spoke that has no valid credentials. To be given where authentication is
   * declared.
   *
   * @return the settings, or nothing if there are no credentials
   */
  default Optional<Map<String, String>> strangerSettings() {
    return Optional.empty();
  }

  /** Ends the broker, if there is one, and deletes what the bed has written. */
  @Override
  void close();
}
