package io.belfry.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.tck.Aside;
import io.belfry.tck.Waiting;
import io.belfry.testbroker.Kind;
import io.belfry.testbroker.Setup;
import io.belfry.testbroker.SharedBroker;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Opening while the broker is not there. */
class OpeningTest {

  private static final SharedBroker BROKER = new SharedBroker(Kind.EMBEDDED, Setup.PLAIN);

  private Clients clients;

  @BeforeEach
  void begin() throws Exception {
    clients = new Clients(BROKER.running());
  }

  @AfterAll
  static void end() {
    BROKER.close();
  }

  @Test
  void it_fails_at_once_with_a_sentence() throws Exception {
    BROKER.control().stop();
    long begun = System.nanoTime();
    TransportException failure =
        catchThrowableOfType(TransportException.class, () -> clients.open());
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    assertThat(failure.category()).isEqualTo(Category.UNREACHABLE);
    assertThat(failure)
        .hasMessageStartingWith("The broker at " + clients.settings().get("url") + " is not");
  }

  @Test
  void it_waits_for_the_broker_where_it_is_told_to() throws Exception {
    BROKER.control().stop();
    CompletableFuture<Transport> opening =
        Aside.get(() -> clients.open(Map.of("wait-for-broker", "60s")));
    assertThat(Waiting.stays(Duration.ofMillis(300), () -> !opening.isDone())).isTrue();
    BROKER.control().start();
    try (Transport transport = Waiting.value(opening)) {
      assertThat(transport.health().isHealthy()).isTrue();
      Waiting.value(transport.push(new Address("bells"), Message.of("ding")));
    }
  }

  @Test
  void waiting_has_an_end() throws Exception {
    BROKER.control().stop();
    TransportException failure = catchThrowableOfType(
        TransportException.class, () -> clients.open(Map.of("wait-for-broker", "500ms")));
    assertThat(failure.category()).isEqualTo(Category.UNREACHABLE);
  }
}
