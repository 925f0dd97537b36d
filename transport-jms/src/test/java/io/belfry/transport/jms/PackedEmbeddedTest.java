package io.belfry.transport.jms;

import io.belfry.packing.PackingProvider;
import io.belfry.tck.TestBed;
import io.belfry.tck.TransportContract;
import io.belfry.tck.WrappedBed;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Setup;
import io.belfry.testbroker.SharedBroker;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/** The contract with the embedded broker, in memory, with packing. */
class PackedEmbeddedTest extends TransportContract {

  private static final SharedBroker BROKER = new SharedBroker(Kind.EMBEDDED, Setup.PLAIN);

  @AfterAll
  static void end() {
    BROKER.close();
  }

  @Override
  protected TestBed testBed() throws Exception {
    return new WrappedBed(
        new JmsBed(BROKER, Map.of()), PackingProvider::over, Map.of("packing", "on"));
  }
}
