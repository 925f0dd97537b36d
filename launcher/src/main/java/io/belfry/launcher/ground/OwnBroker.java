package io.belfry.launcher.ground;

import io.belfry.broker.BrokerConfig;
import io.belfry.broker.BrokerPorts;
import io.belfry.broker.EmbeddedBroker;
import io.belfry.tck.Broker;

/** An embedded broker that is stopped and started at the same ports, with the same files. */
public final class OwnBroker implements Broker, AutoCloseable {

  private final BrokerConfig config;
  private EmbeddedBroker broker;
  private boolean isDown;

  /**
   * Starts it.
   *
   * @param config how it is to run
   */
  public OwnBroker(BrokerConfig config) {
    this.broker = EmbeddedBroker.start(config);
    this.config =
        config.withPorts(new BrokerPorts(broker.jmsPort(), broker.amqpPort(), broker.mqttPort()));
  }

  /**
   * Where it listens, each time.
   *
   * @return the ports
   */
  public BrokerPorts ports() {
    return config.ports();
  }

  @Override
  public synchronized void start() {
    broker = EmbeddedBroker.start(config);
    isDown = false;
  }

  @Override
  public synchronized void stop() {
    isDown = true;
    broker.close();
  }

  @Override
  public synchronized void kill() {
    isDown = true;
    broker.crash();
  }

  /** Starts it again, if it was ended. */
  public synchronized void revive() {
    if (isDown) {
      start();
    }
  }

  @Override
  public synchronized boolean owns(Thread thread) {
    return broker.ownsThread(thread);
  }

  @Override
  public synchronized void close() {
    broker.close();
  }
}
