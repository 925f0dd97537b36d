package io.belfry.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Message;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Request and reply: every request gets its own answer. */
abstract class RequestReplyRules extends Rules {

  private static final int MANY = 5_000;

  RequestReplyRules(TransportContract contract) {
    super(contract);
  }

  @Test
  void rr01_a_request_is_answered_from_wherever_it_is_asked() {
    List<Transport> places = List.of(hub(), spoke(), newSpoke());
    for (int server = 0; server < places.size(); server++) {
      String service = "service" + server;
      serve(places.get(server), service, answering(service));

      for (Transport requester : places) {
        assertThat(ask(requester, service, "who")).isEqualTo(service);
      }
    }
  }

  @Test
  void rr02_of_many_outstanding_requests_each_gets_its_own_reply() {
    Questions questions = new Questions();
    serve(newSpoke(), "echo", questions::take);

    List<CompletionStage<Message>> replies = listOf(MANY, i -> request(spoke(), "echo", "n" + i));
    patience().until("all are outstanding", () -> questions.count() == MANY);
    questions.answer(MANY);

    List<String> texts =
        replies.stream().map(r -> patience().await(r).payload().text()).toList();
    assertThat(texts).isEqualTo(numbered("n", MANY));
  }

  @Test
  void rr03_a_handler_can_answer_later_elsewhere_and_in_another_order() {
    Questions questions = new Questions();
    serve(spoke(), "echo", questions::take);
    CompletionStage<Message> first = request(hub(), "echo", "first");
    patience().until("it is asked", () -> questions.count() == 1);
    CompletionStage<Message> second = request(hub(), "echo", "second");
    patience().until("both are asked", () -> questions.count() == 2);

    Questions.Question waiting = questions.remove();
    scene().threads().execute(() -> questions.answer(1));

    assertThat(patience().await(second).payload().text()).isEqualTo("second");
    assertThat(first.toCompletableFuture()).isNotDone();
    scene().threads().execute(waiting::answer);
    assertThat(patience().await(first).payload().text()).isEqualTo("first");
  }

  @Test
  void rr08_where_two_serve_each_request_is_answered_once_and_one_can_leave() {
    Queue<String> asked = new ConcurrentLinkedQueue<>();
    Subscription leaving = serve(spoke(), "shared", noting(asked));
    serve(newSpoke(), "shared", noting(asked));

    askAll("both");
    leaving.close();
    askAll("one");

    Map<String, Long> times =
        asked.stream().collect(Collectors.groupingBy(text -> text, Collectors.counting()));
    assertThat(times).hasSize(200).allSatisfy((text, count) -> assertThat(count).isEqualTo(1));
  }

  @Test
  void rr09_a_handler_that_does_not_return_delays_no_other_address() {
    Gate gate = scene().gate();
    serve(spoke(), "stuck", question -> {
      gate.pass();
      return CompletableFuture.completedStage(question);
    });
    serve(spoke(), "free", answering("here"));

    CompletionStage<Message> held = request(hub(), "stuck", "wait");
    gate.awaitHeld(1);

    assertThat(ask(hub(), "free", "quick")).isEqualTo("here");
    gate.open();
    patience().await(held);
  }

  @Test
  void rr11_a_continuation_of_a_reply_can_ask_again_and_wait() {
    CompletableFuture<Void> chained = new CompletableFuture<>();
    serve(hub(), "echo", question -> chained.thenApply(nothing -> question));

    CompletionStage<String> chain = request(spoke(), "echo", "one")
        .thenApply(reply -> reply.payload().text() + ask(spoke(), "echo", "two"))
        .thenApply(texts -> texts + ask(spoke(), "echo", "three"));
    // Answered only now: a stage that is complete already would run the continuation right here,
    // on the thread of the test, and show nothing.
    chained.complete(null);

    assertThat(patience().await(chain)).isEqualTo("onetwothree");
  }

  @Test
  void rr12_a_continuation_of_a_send_can_ask_and_wait() {
    serve(hub(), "echo", CompletableFuture::completedStage);
    pull(newSpoke(), "work", collector());

    // Many, since a stage that is complete already runs its continuation right here.
    List<CompletionStage<String>> chains = listOf(100, i -> {
      CompletionStage<Void> sent = i % 2 == 0
          ? spoke().publish(topic("a"), Message.of("news"))
          : spoke().push(address("work"), Message.of("work"));
      return sent.thenApply(nothing -> ask(spoke(), "echo", "n" + i));
    });

    assertThat(chains.stream().map(patience()::await))
        .containsExactlyElementsOf(numbered("n", 100));
  }

  @Test
  void rr13_a_continuation_of_readiness_can_ask_and_wait() {
    serve(hub(), "echo", CompletableFuture::completedStage);

    List<CompletionStage<String>> chains = listOf(
        20,
        i -> spoke()
            .subscribe(filter("a" + i), (topic, message) -> {})
            .ready()
            .thenApply(nothing -> ask(spoke(), "echo", "n" + i)));

    assertThat(chains.stream().map(patience()::await)).containsExactlyElementsOf(numbered("n", 20));
  }

  private void askAll(String prefix) {
    awaitAll(listOf(100, i -> request(hub(), "shared", prefix + i)));
  }

  private static RequestHandler answering(String text) {
    return question -> CompletableFuture.completedStage(Message.of(text));
  }

  private static RequestHandler noting(Queue<String> asked) {
    return question -> {
      asked.add(question.payload().text());
      return CompletableFuture.completedStage(question);
    };
  }
}
