package io.belfry.testbroker;

import io.belfry.tck.Broker;
import java.net.InetSocketAddress;
import java.util.Optional;

/** A broker that runs and lets clients in. */
public interface TestBroker extends AutoCloseable {

  /**
   * What it is.
   *
   * @return its kind
   */
  Kind kind();

  /**
   * Where to connect; the same after it has been started again.
   *
   * @param protocol what the client speaks
   * @return the address
   * @throws IllegalArgumentException if the broker does not speak that
   */
  InetSocketAddress at(Protocol protocol);

  /**
   * What switches it off and on.
   *
   * @return nothing for a broker that others look after
   */
  Optional<Broker> control();

  /** Ends it, and deletes all that it has written. A second call does nothing. */
  @Override
  void close();
}
