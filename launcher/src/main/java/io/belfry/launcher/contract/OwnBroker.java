package io.belfry.launcher.contract;

import io.belfry.broker.BrokerConfig;
import io.belfry.broker.BrokerPorts;
import io.belfry.broker.EmbeddedBroker;
import io.belfry.tck.Broker;

/** An embedded broker that is stopped and started at the same ports, with the same files. */
final class OwnBroker implements Broker, AutoCloseable {

  private final BrokerConfig config;
  private EmbeddedBroker broker;
  private boolean isDown;

  /** Starts it. */
  OwnBroker(BrokerConfig config) {
    this.broker = EmbeddedBroker.start(config);
    this.config =
        config.withPorts(new BrokerPorts(broker.jmsPort(), broker.amqpPort(), broker.mqttPort()));
  }

  BrokerPorts ports() {
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

  /** Starts it again for the next test, if one has ended it. */
  synchronized void revive() {
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
