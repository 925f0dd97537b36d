package io.belfry.transport.jms;

import io.belfry.tck.TestBed;
import io.belfry.tck.TransportContract;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Setup;
import io.belfry.testbroker.SharedBroker;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/** The contract with the broker that the environment names, as far as it need not be restarted. */
class JmsGivenTest extends TransportContract {

  private static final SharedBroker BROKER = new SharedBroker(Kind.GIVEN_JMS, Setup.PLAIN);

  @AfterAll
  static void end() {
    BROKER.close();
  }

  @Override
  protected TestBed testBed() throws Exception {
    return new JmsBed(BROKER, Map.of());
  }
}
