package io.belfry.transport.jms;

import io.belfry.tck.TestBed;
import io.belfry.tck.TransportContract;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.SharedBroker;
import io.belfry.transport.Side;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * The contract with Artemis as a process of its own that writes to disk, knows its users and
 * encrypts.
 */
class JmsProcessTest extends TransportContract {

  private static Guarded guarded;
  private static SharedBroker broker;

  @BeforeAll
  static void begin() throws Exception {
    guarded = new Guarded();
    broker = new SharedBroker(Kind.ARTEMIS_PROCESS, guarded.setup());
  }

  @AfterAll
  static void end() {
    broker.close();
    guarded.close();
  }

  @Override
  protected TestBed testBed() throws Exception {
    return new GuardedBed();
  }

  /** A place where a stranger has the certificates, and not the password. */
  private static final class GuardedBed extends JmsBed {

    GuardedBed() throws Exception {
      super(broker, guarded.settings());
    }

    @Override
    public Optional<Map<String, String>> strangerSettings() {
      Map<String, String> settings = new HashMap<>(settings(Side.SPOKE));
      settings.put("password", "guessed");
      return Optional.of(settings);
    }
  }
}
