package io.belfry.testbroker;

import io.belfry.tck.Broker;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * One broker for all the tests of a class, since starting takes its time. It is started when the
 * first test asks for it, and again for whoever comes after a test that has stopped it.
 */
public final class SharedBroker implements AutoCloseable {

  private final Kind kind;
  private final Setup setup;
  private Optional<TestBroker> broker = Optional.empty();
  private boolean isDown;

  /**
   * Starts nothing yet.
   *
   * @param kind what to start
   * @param setup how it is to run
   */
  public SharedBroker(Kind kind, Setup setup) {
    this.kind = kind;
    this.setup = setup;
  }

  /**
   * The broker, running. Where it can't be had, the test is skipped, and says why.
   *
   * @return the same at each call
   * @throws Exception if it does not start
   */
  public synchronized TestBroker running() throws Exception {
    if (broker.isEmpty()) {
      broker = Optional.of(TestBrokers.startOrSkip(kind, setup));
    }
    revive();
    return broker.get();
  }

  /**
   * What switches it off and on; where nothing may, a test that does it is skipped.
   *
   * @return the switch
   */
  public synchronized Broker control() {
    return broker.flatMap(TestBroker::control).<Broker>map(Switch::new).orElse(new Untouchable());
  }

  /**
   * Sees to it that it runs again, if a test has ended it.
   *
   * @throws Exception if it does not start
   */
  public synchronized void revive() throws Exception {
    if (isDown) {
      control().start();
    }
  }

  /** Ends it for good. */
  @Override
  public synchronized void close() {
    broker.ifPresent(TestBroker::close);
    broker = Optional.empty();
    isDown = false;
  }

  private synchronized void note(boolean isDownNow) {
    isDown = isDownNow;
  }

  /** Has it noted whether the broker is down. */
  private final class Switch implements Broker {

    private final Broker its;

    Switch(Broker its) {
      this.its = its;
    }

    @Override
    public void stop() throws Exception {
      note(true);
      its.stop();
    }

    @Override
    public void kill() throws Exception {
      note(true);
      its.kill();
    }

    @Override
    public void start() throws Exception {
      its.start();
      note(false);
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
