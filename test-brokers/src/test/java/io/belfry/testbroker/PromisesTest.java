package io.belfry.testbroker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the environment promises must be there, so that no test is skipped for want of it. */
class PromisesTest {

  private static final Map<String, Supplier<Optional<String>>> CHECKS =
      Map.of("here", Optional::empty, "gone", () -> Optional.of("It is gone."));

  @Test
  void promised_brokers_are_there() {
    assertThat(Promises.broken()).isEmpty();
  }

  @Test
  void a_promise_is_broken_when_what_it_names_is_missing() {
    assertThat(Promises.broken("here, gone", CHECKS))
        .containsExactly("gone was promised. It is gone.");
  }

  @Test
  void what_is_not_promised_may_be_missing() {
    assertThat(Promises.broken("here", CHECKS)).isEmpty();
    assertThat(Promises.broken("", CHECKS)).isEmpty();
  }

  @Test
  void the_promises_of_others_are_left_to_them() {
    assertThat(Promises.broken("python3-zmq here", CHECKS)).isEmpty();
  }

  @Test
  void the_embedded_broker_is_everywhere() {
    assertThat(TestBrokers.available(Protocol.MQTT)).contains(Kind.EMBEDDED);
    assertThat(TestBrokers.available(Protocol.JMS)).contains(Kind.EMBEDDED);
  }
}
