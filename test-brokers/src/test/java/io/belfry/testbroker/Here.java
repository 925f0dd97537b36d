package io.belfry.testbroker;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Brokers that this machine may have or not. */
final class Here {

  private Here() {}

  /** Starts one, or skips the test with the reason why there is none. */
  static TestBroker start(Kind kind, Setup setup) throws Exception {
    Optional<String> missing = TestBrokers.missing(kind);
    Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    return TestBrokers.start(kind, setup);
  }
}
