package io.belfry.transport.mqtt;

import io.belfry.tck.Broker;
import io.belfry.testbroker.EmbeddedTestBroker;

/** A broker that one test may leave switched off, and the next finds switched on again. */
final class Switch implements Broker, AutoCloseable {

  private final Broker broker;
  private boolean isOff;

  Switch(Broker broker) {
    this.broker = broker;
  }

  @Override
  public void stop() throws Exception {
    isOff = true;
    broker.stop();
  }

  @Override
  public void kill() throws Exception {
    isOff = true;
    broker.kill();
  }

  @Override
  public void start() throws Exception {
    broker.start();
    isOff = false;
  }

  @Override
  public boolean owns(Thread thread) {
    return broker instanceof EmbeddedTestBroker embedded && embedded.ownsThread(thread);
  }

  @Override
  public void close() {
    if (isOff) {
      try {
        start();
      } catch (Exception e) {
        throw new AssertionError("the broker did not start again", e);
      }
    }
  }
}
