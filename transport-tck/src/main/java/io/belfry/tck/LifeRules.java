package io.belfry.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.message.Message;
import io.belfry.transport.Health.State;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Life: a transport is usable from its first moment and gone after its last. */
abstract class LifeRules extends Rules {

  LifeRules(TransportContract contract) {
    super(contract);
  }

  @Test
  void li01_an_open_transport_is_up_and_usable_at_once() {
    for (Transport transport : List.of(hub(), spoke())) {
      assertThat(transport.health().state()).isEqualTo(State.UP);
      useAlone(transport);
    }
  }

  @Test
  void li02_open_where_nobody_answers_fails_as_unreachable_and_leaves_nothing() throws Exception {
    if (scene().bed().broker().isPresent()) {
      scene().otherSide().stop();
    }
    Footprint before = scene().footprint();

    CompletableFuture<TransportException> opening = CompletableFuture.supplyAsync(
        () -> catchThrowableOfType(
            TransportException.class,
            () -> scene().open(Side.SPOKE, scene().bed().settings(Side.SPOKE))),
        scene().threads());

    assertThat(patience().await(opening))
        .isNotNull()
        .hasMessageContaining(" ")
        .extracting(TransportException::category)
        .isEqualTo(Category.UNREACHABLE);
    before.awaitNothingMore(patience());
  }

  @Test
  void li03_close_is_bounded_while_handlers_do_not_return_and_can_be_repeated() {
    Gate gate = scene().gate();
    subscribe(spoke(), "stuck", collectorThat(message -> gate.pass()));
    pull(spoke(), "stuck", collectorThat(work -> gate.pass()));
    serve(spoke(), "stuck", question -> {
      gate.pass();
      return CompletableFuture.completedStage(question);
    });
    publish(hub(), "stuck", "news");
    push(hub(), "stuck", "work");
    request(hub(), "stuck", "question");
    gate.awaitHeld(3);

    patience().await(scene().closing(spoke()));
    patience().await(scene().closing(spoke()));
    assertThat(spoke().health().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void li04_a_closed_transport_refuses_everything() {
    for (Transport transport : List.of(newSpoke(), hub())) {
      transport.close();

      assertThat(transport.health().state()).isEqualTo(State.CLOSED);
      assertClosed(transport.publish(topic("a"), Message.of("late")));
      assertClosed(transport.push(address("a"), Message.of("late")));
      assertClosed(request(transport, "a", "late"));
      assertThrowsClosed(transport, t -> t.subscribe(filter("a"), collector()));
      assertThrowsClosed(transport, t -> t.pull(address("a"), collector()));
      assertThrowsClosed(transport, t -> t.serve(address("a"), CompletableFuture::completedStage));
    }
  }

  @Test
  void li05_close_fails_outstanding_requests() {
    Collector asked = collector();
    serve(hub(), "mute", question -> {
      asked.onWork(question);
      return new CompletableFuture<>();
    });
    List<CompletionStage<Message>> replies = listOf(20, i -> request(spoke(), "mute", "n" + i));
    asked.awaitSize(20);

    patience().await(scene().closing(spoke()));

    replies.forEach(this::assertClosed);
  }

  private void useAlone(Transport transport) {
    String name = transport == hub() ? "hub" : "spoke";
    new EveryPattern(this, transport, topic(name), filter(name), address(name))
        .carry(transport, Message.of("at once"));
  }

  private void assertClosed(CompletionStage<?> sent) {
    assertThat(patience().failureOf(sent).category()).isEqualTo(Category.CLOSED);
  }

  private static void assertThrowsClosed(Transport transport, Consumer<Transport> call) {
    TransportException failure =
        catchThrowableOfType(TransportException.class, () -> call.accept(transport));
    assertThat(failure).isNotNull();
    assertThat(failure.category()).isEqualTo(Category.CLOSED);
  }
}
