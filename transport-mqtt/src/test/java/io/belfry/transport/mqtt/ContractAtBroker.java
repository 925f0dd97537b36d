package io.belfry.transport.mqtt;

import io.belfry.tck.TestBed;
import io.belfry.tck.TransportContract;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Setup;
import io.belfry.testbroker.TestBroker;
import io.belfry.testbroker.TestBrokers;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contract with one kind of broker, which is started once for all rules. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ContractAtBroker extends TransportContract {

  private final Kind kind;
  private Optional<TestBroker> broker = Optional.empty();

  ContractAtBroker(Kind kind) {
    this.kind = kind;
  }

  /** How the broker is to run. */
  Setup setup() throws Exception {
    return Setup.PLAIN;
  }

  /** A place at the broker. */
  MqttBed bedAt(TestBroker running) {
    return new MqttBed(running);
  }

  @BeforeAll
  final void start() throws Exception {
    Optional<String> missing = TestBrokers.missing(kind);
    Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    broker = Optional.of(TestBrokers.start(kind, setup()));
  }

  @AfterAll
  final void stop() {
    broker.ifPresent(TestBroker::close);
  }

  @Override
  protected TestBed testBed() {
    return bedAt(broker.orElseThrow());
  }
}
