package io.belfry.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Listening;
import io.belfry.service.Publication;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Start;
import io.belfry.service.Token;
import io.belfry.service.protocol.ScriptedService;
import io.belfry.tck.Waiting;
import io.belfry.transport.delivery.Backoff;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a closed client leaves, and what it does not. */
class ClosingTest {

  private static final Publication PUBLICATION = Publication.of(new Topic("t"), "x");

  private static final TopicFilter ALL = new TopicFilter("#");

  private final Wire wire = new Wire();
  private final NotificationClient client = new NotificationClient(wire.spoke);

  @AfterEach
  void close() {
    client.close();
    wire.close();
  }

  @Test
  void what_is_under_way_ends_and_a_change_is_open() {
    wire.serve(request -> new CompletableFuture<>());
    CompletionStage<?> publishing = client.publish(PUBLICATION);
    CompletionStage<?> asking = client.as(new Token("x")).status();

    client.close();

    assertThat(Outcomes.failure(publishing).code()).isEqualTo(Code.UNKNOWN_OUTCOME);
    assertThat(Outcomes.failure(asking).code()).isEqualTo(Code.CLOSED);
  }

  @Test
  void what_waits_for_its_next_try_ends_and_nothing_was_done() {
    CountDownLatch asked = new CountDownLatch(1);
    wire.serve(ScriptedService.following(call -> {
      asked.countDown();
      throw ServiceException.busy("Full.", Duration.ofSeconds(20));
    }));
    CompletionStage<?> publishing = client.publish(PUBLICATION);
    Waiting.until("it waits", () -> asked.getCount() == 0 && isThreadThere());

    client.close();

    assertThat(Outcomes.failure(publishing).code()).isEqualTo(Code.CLOSED);
    Waiting.until("its threads are gone", () -> !isThreadThere());
  }

  @Test
  void a_closed_client_asks_nothing() {
    wire.serve(ScriptedService.answering("must not be asked"));
    client.close();

    assertThat(Outcomes.failure(client.status()).code()).isEqualTo(Code.CLOSED);
    assertThat(Outcomes.failure(client.as(new Token("x")).publish(PUBLICATION)).code())
        .isEqualTo(Code.CLOSED);
    assertThat(wire.spoke.health().isHealthy()).isTrue();
  }

  @Test
  void listenings_end_with_their_client_and_none_begins_any_more() {
    wire.serve(ScriptedService.following(call -> {
      throw new ServiceException(Code.UNAVAILABLE, "No store.");
    }));
    Listening listening = client.as(new Token("x")).listen(ALL, new Start.Now(), event -> {});

    client.close();

    Waiting.until("it ended", () -> listening.ended().toCompletableFuture().isDone());
    Listening late = client.listen(ALL, new Start.Now(), event -> {});
    Waiting.until("it ended", () -> late.ended().toCompletableFuture().isDone());
    Waiting.until("their threads are gone", () -> !isThreadThere());
  }

  @Test
  void a_client_that_never_has_to_try_again_has_no_thread() {
    wire.serve(request -> new CompletableFuture<>());
    CompletionStage<?> asking = client.status();

    assertThat(isThreadThere()).isFalse();
    client.close();
    assertThat(Outcomes.failure(asking).code()).isEqualTo(Code.CLOSED);
  }

  @Test
  void a_continuation_that_blocks_holds_up_no_other_try() {
    Backoff quick = new Backoff(Duration.ofMillis(2), Duration.ofMillis(5));
    ClientOptions options =
        new ClientOptions(Duration.ofSeconds(10), Duration.ofMillis(100), quick);
    NotificationClient impatient = new NotificationClient(wire.spoke, options);
    // Both fail after several tries, as nobody serves; the second is waited for inside the first.
    CompletionStage<Code> nested = impatient
        .status()
        .handle((answer, failure) -> Outcomes.failure(impatient.status()).code());

    assertThat(Waiting.value(nested)).isEqualTo(Code.UNAVAILABLE);
    impatient.close();
  }

  private static boolean isThreadThere() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().startsWith("belfry-"));
  }
}
