package io.belfry.transport.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.TopicFilter;
import io.belfry.tck.Waiting;
import io.belfry.transport.Health.State;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Continuations that all wait, one after another, for longer than silence may last. */
class HeldUpTest {

  /** Each holds up reading for at least 50 ms, together for more than twice the time-out. */
  private static final int MANY = 25;

  private static final Address ECHO = new Address("echo");

  private final Stage stage =
      new Stage().with("heartbeat", "100ms").with("heartbeat-timeout", "500ms");
  private final Transport spoke = stage.newSpoke();
  private final Transport hub = stage.hub();

  @BeforeEach
  void serve() {
    Subscription serving = hub.serve(ECHO, CompletableFuture::completedStage);
    Waiting.value(serving.ready());
  }

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  @Test
  void a_spoke_that_is_held_up_by_its_subscribers_keeps_its_hub() {
    List<CompletionStage<String>> asked = IntStream.range(0, MANY)
        .mapToObj(i -> spoke
            .subscribe(new TopicFilter("a" + i), (topic, message) -> {})
            .ready()
            .thenApply(nothing -> ask(spoke, i)))
        .toList();

    assertAnswered(asked);
  }

  @Test
  void a_spoke_that_is_held_up_by_its_requests_keeps_its_hub() {
    List<CompletionStage<String>> asked = IntStream.range(0, MANY)
        .mapToObj(i -> request(spoke, i).thenApply(reply -> ask(spoke, i)))
        .toList();

    assertAnswered(asked);
  }

  @Test
  void a_hub_that_is_held_up_keeps_its_spokes() {
    Waiting.value(
        spoke.serve(new Address("far"), CompletableFuture::completedStage).ready());
    List<CompletionStage<String>> asked = IntStream.range(0, MANY)
        .mapToObj(i -> hub.request(new Address("far"), text(i), Duration.ofSeconds(20))
            .thenApply(reply -> ask(hub, i)))
        .toList();

    assertAnswered(asked);
    assertThat(Waiting.value(hub.request(new Address("far"), text(1), Duration.ofSeconds(20))))
        .isEqualTo(text(1));
  }

  private void assertAnswered(List<CompletionStage<String>> asked) {
    for (int i = 0; i < MANY; i++) {
      assertThat(Waiting.value(asked.get(i))).isEqualTo("n" + i);
    }
    assertThat(spoke.health().state()).isEqualTo(State.UP);
  }

  /** On the thread that reads: the answer comes when another has taken over. */
  private static String ask(Transport transport, int number) {
    return Waiting.value(request(transport, number)).payload().text();
  }

  private static CompletionStage<Message> request(Transport transport, int number) {
    return transport.request(ECHO, text(number), Duration.ofSeconds(20));
  }

  private static Message text(int number) {
    return Message.of("n" + number);
  }
}
