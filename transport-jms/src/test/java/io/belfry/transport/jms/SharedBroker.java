package io.belfry.transport.jms;

import io.belfry.tck.Broker;
import io.belfry.testbroker.EmbeddedTestBroker;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Setup;
import io.belfry.testbroker.TestBroker;
import io.belfry.testbroker.TestBrokers;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * One broker for all the tests of a class, since starting takes its time. It is started when the
 * first test asks for it, and again for whoever comes after a test that has stopped it.
 */
final class SharedBroker implements AutoCloseable {

  private final Kind kind;
  private final Setup setup;
  private Optional<TestBroker> broker = Optional.empty();
  private boolean isDown;

  SharedBroker(Kind kind, Setup setup) {
    this.kind = kind;
    this.setup = setup;
  }

  /** The broker, running. Where it can't be had, the test is skipped, and says why. */
  synchronized TestBroker running() throws Exception {
    if (broker.isEmpty()) {
      Optional<String> missing = TestBrokers.missing(kind);
      Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
      broker = Optional.of(TestBrokers.start(kind, setup));
    }
    revive();
    return broker.get();
  }

  /** What switches it off and on; where nothing may, a test that needs it is skipped. */
  Broker control() {
    return broker.flatMap(TestBroker::control).<Broker>map(Switch::new).orElse(new Untouchable());
  }

  /** Sees to it that it runs again. */
  synchronized void revive() throws Exception {
    if (isDown) {
      control().start();
    }
  }

  @Override
  public synchronized void close() {
    broker.ifPresent(TestBroker::close);
    broker = Optional.empty();
    isDown = false;
  }

  /** Remembers whether the broker is down. */
  private final class Switch implements Broker {

    private final Broker its;

    Switch(Broker its) {
      this.its = its;
    }

    @Override
    public void stop() throws Exception {
      isDown = true;
      its.stop();
    }

    @Override
    public void kill() throws Exception {
      isDown = true;
      its.kill();
    }

    @Override
    public void start() throws Exception {
      its.start();
      isDown = false;
    }

    @Override
    public boolean owns(Thread thread) {
      return its instanceof EmbeddedTestBroker embedded && embedded.ownsThread(thread);
    }
  }

  /** A broker that others look after. */
  private static final class Untouchable implements Broker {

    @Override
    public void stop() {
      Assumptions.abort("The broker is looked after by others.");
    }

    @Override
    public void kill() {
      stop();
    }

    @Override
    public void start() {
      stop();
    }
  }
}
