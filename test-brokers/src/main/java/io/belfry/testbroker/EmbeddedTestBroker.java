package io.belfry.testbroker;

import io.belfry.broker.BrokerConfig;
import io.belfry.broker.BrokerException;
import io.belfry.broker.BrokerPorts;
import io.belfry.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;

/** The embedded broker as others find it: at the same ports, with the same files. */
public final class EmbeddedTestBroker implements ControlledBroker {

  private static final int TRIES = 3;

  private final TemporaryDirectory directory;
  private final Addresses addresses;
  private final BrokerConfig config;
  private EmbeddedBroker broker;

  private EmbeddedTestBroker(
      TemporaryDirectory directory, Addresses addresses, BrokerConfig config) {
    this.directory = directory;
    this.addresses = addresses;
    this.config = config.withPorts(new BrokerPorts(
        addresses.port(Protocol.JMS),
        addresses.port(Protocol.AMQP),
        addresses.port(Protocol.MQTT)));
    broker = EmbeddedBroker.start(this.config);
  }

  /** Starts it, on other ports if somebody takes the chosen ones in the meantime. */
  static EmbeddedTestBroker start(Setup setup) throws IOException {
    for (int i = 1; ; i++) {
      try {
        return startOnce(setup);
      } catch (BrokerException e) {
        if (i == TRIES || !String.valueOf(e.getMessage()).contains("can't listen")) {
          throw e;
        }
      }
    }
  }

  private static EmbeddedTestBroker startOnce(Setup setup) throws IOException {
    TemporaryDirectory directory = TemporaryDirectory.named(Kind.EMBEDDED.title());
    try {
      return new EmbeddedTestBroker(
          directory, Addresses.free(Kind.EMBEDDED.protocols()), config(setup, directory));
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /**
   * Whether a thread of this process is one of the broker's.
   *
   * @param thread any thread
   * @return true if the broker has started it
   */
  public synchronized boolean ownsThread(Thread thread) {
    return broker.ownsThread(thread);
  }

  @Override
  public Kind kind() {
    return Kind.EMBEDDED;
  }

  @Override
  public InetSocketAddress at(Protocol protocol) {
    return addresses.at(protocol);
  }

  @Override
  public synchronized void start() {
    broker = EmbeddedBroker.start(config);
  }

  @Override
  public synchronized void stop() {
    broker.close();
  }

  @Override
  public synchronized void kill() {
    broker.crash();
  }

  @Override
  public synchronized void close() {
    broker.close();
    try {
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BrokerConfig config(Setup setup, TemporaryDirectory directory) {
    if (setup.tls().isPresent()) {
      throw new IllegalArgumentException("The embedded broker has no TLS.");
    }
    BrokerConfig config = BrokerConfig.DEFAULTS.withUsers(setup.users(), setup.permissions());
    for (Map.Entry<Limit, Long> limit : setup.limits().entrySet()) {
      config = limited(config, limit.getKey(), limit.getValue());
    }
    return setup.isPersistent() ? config.withDirectory(directory.file("data")) : config;
  }

  private static BrokerConfig limited(BrokerConfig config, Limit limit, long value) {
    return switch (limit) {
      case MEMORY_BYTES -> config.withMaxMemory(value);
      case PACKET_BYTES -> config.withMaxPacket(Math.toIntExact(value));
      case QUEUED_MESSAGES, CONNECTIONS ->
        throw new IllegalArgumentException("The embedded broker has no limit of " + limit + ".");
    };
  }
}
