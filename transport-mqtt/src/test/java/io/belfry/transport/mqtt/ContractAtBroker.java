package io.belfry.transport.mqtt;

import io.belfry.tck.TestBed;
import io.belfry.tck.TransportContract;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Setup;
import io.belfry.testbroker.SharedBroker;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contract with one kind of broker, which is started once for all rules. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ContractAtBroker extends TransportContract {

  private final Kind kind;
  private Optional<SharedBroker> broker = Optional.empty();

  ContractAtBroker(Kind kind) {
    this.kind = kind;
  }

  /** How the broker is to run. */
  Setup setup() throws Exception {
    return Setup.PLAIN;
  }

  /** A place at the broker. */
  MqttBed bedAt(SharedBroker shared) throws Exception {
    return new MqttBed(shared);
  }

  @BeforeAll
  final void start() throws Exception {
    SharedBroker shared = new SharedBroker(kind, setup());
    broker = Optional.of(shared);
    shared.running(); // Or all of it is skipped.
  }

  @AfterAll
  final void stop() {
    broker.ifPresent(SharedBroker::close);
  }

  @Override
  protected TestBed testBed() throws Exception {
    return bedAt(broker.orElseThrow());
  }
}
