package io.belfry.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.service.NotificationService;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Token;
import io.belfry.service.protocol.Samples;
import io.belfry.service.protocol.ScriptedService;
import io.belfry.service.protocol.ScriptedService.Call;
import io.belfry.tck.Waiting;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client and the endpoint, with a wire between them. */
class NotificationClientTest {

  /** An operation as an application calls it, and what the service must see of it. */
  private record Case(
      String method,
      Function<NotificationService, CompletionStage<?>> call,
      List<Object> arguments,
      Optional<Object> answer) {}

  private final Wire wire = new Wire();
  private final NotificationClient client =
      new NotificationClient(wire.spoke, ClientOptions.DEFAULTS.withoutRetries());

  @AfterEach
  void close() {
    client.close();
    wire.close();
  }

  @Test
  void each_operation_reaches_the_service_and_its_answer_the_caller() {
    AtomicReference<Call> asked = new AtomicReference<>();
    AtomicReference<Optional<Object>> answer = new AtomicReference<>(Optional.empty());
    wire.serve(ScriptedService.following(call -> {
      asked.set(call);
      return CompletableFuture.completedStage(answer.get().orElse(null));
    }));
    Token token = new Samples(8).token();
    for (Case one : cases(new Samples(9))) {
      answer.set(one.answer());
      assertThat(value(one.call().apply(client))).isEqualTo(one.answer());
      assertThat(asked.get()).isEqualTo(new Call(one.method(), one.arguments(), Optional.empty()));
      assertThat(value(one.call().apply(client.as(token)))).isEqualTo(one.answer());
      assertThat(asked.get().token()).contains(token);
    }
  }

  @Test
  void every_operation_has_a_case() {
    assertThat(cases(new Samples(1)).stream().map(Case::method))
        .hasSameElementsAs(Arrays.stream(NotificationService.class.getMethods())
            .map(java.lang.reflect.Method::getName)
            .filter(name -> !List.of("as", "listen").contains(name))
            .toList());
  }

  @Test
  void a_refusal_of_the_service_arrives() {
    wire.serve(ScriptedService.following(call -> {
      throw new ServiceException(Code.FORBIDDEN, "You may not.");
    }));

    for (Case one : cases(new Samples(10))) {
      ServiceException failure = Outcomes.failure(one.call().apply(client));
      assertThat(failure.code()).isEqualTo(Code.FORBIDDEN);
      assertThat(failure).hasMessage("You may not.");
    }
  }

  @Test
  void a_request_that_does_not_fit_is_not_sent() {
    wire.serve(ScriptedService.answering("must not be asked"));

    ServiceException failure = Outcomes.failure(
        client.confirmEmail("x".repeat(wire.spoke.capabilities().maxPayload())));

    assertThat(failure.code()).isEqualTo(Code.TOO_LARGE);
  }

  @Test
  void slow_answers_do_not_hold_up_others() {
    CompletableFuture<Object> slow = new CompletableFuture<>();
    Samples samples = new Samples(11);
    Object heads = samples.heads();
    wire.serve(ScriptedService.following(
        call -> call.method().equals("status") ? slow : CompletableFuture.completedStage(heads)));

    CompletionStage<?> status = client.status();
    assertThat(Waiting.value(client.heads(samples.selection()))).isEqualTo(heads);

    assertThat(status.toCompletableFuture()).isNotDone();
    Object answer = samples.status();
    slow.complete(answer);
    assertThat(value(status)).contains(answer);
  }

  private static Optional<Object> value(CompletionStage<?> stage) {
    return Optional.ofNullable(Waiting.value(stage.<Object>thenApply(value -> value)));
  }

  private static List<Case> cases(Samples samples) {
    return List.of(
        of("topics", samples.selection(), NotificationService::topics, samples.topicList()),
        of(
            "createTopic",
            samples.topicSpec(),
            NotificationService::createTopic,
            samples.topicInfo()),
        of("snapshot", samples.selection(), NotificationService::snapshot, samples.snapshots()),
        of("drawFence", NotificationService::drawFence, samples.count()),
        of(
            "subscribe",
            samples.registration(),
            (service, claim) -> service.subscribe(claim),
            samples.subscribed()),
        of("advance", samples.registration(), samples.cursor(), NotificationService::advance, null),
        of(
            "unsubscribe",
            samples.topic(),
            samples.filter(),
            NotificationService::unsubscribe,
            null),
        of(
            "registerEmail",
            samples.emailRegistration(),
            NotificationService::registerEmail,
            samples.emailRegistered()),
        of(
            "confirmEmail",
            samples.code(),
            NotificationService::confirmEmail,
            samples.emailRegistration()),
        of(
            "unregisterEmail",
            samples.code(),
            NotificationService::unregisterEmail,
            samples.emailRegistration()),
        of(
            "mailboxes",
            samples.mailboxQuery(),
            NotificationService::mailboxes,
            samples.mailboxList()),
        of(
            "steerMailbox",
            samples.count(),
            samples.steering(),
            NotificationService::steerMailbox,
            null),
        of("publish", samples.publication(), NotificationService::publish, samples.published()),
        of("replay", samples.replay(), NotificationService::replay, samples.replayed()),
        of("heads", samples.selection(), NotificationService::heads, samples.heads()),
        of("status", NotificationService::status, samples.status()));
  }

  private interface One<A> {
    CompletionStage<?> call(NotificationService service, A argument);
  }

  private interface Two<A, B> {
    CompletionStage<?> call(NotificationService service, A one, B two);
  }

  private static Case of(
      String method, Function<NotificationService, CompletionStage<?>> call, Object answer) {
    return new Case(method, call, List.of(), Optional.of(answer));
  }

  private static <A> Case of(String method, A argument, One<A> call, Object answer) {
    return new Case(
        method, service -> call.call(service, argument), List.of(argument), Optional.of(answer));
  }

  private static <A, B> Case of(
      String method,
      A one,
      B two,
      Two<A, B> call,
      @org.jspecify.annotations.Nullable Object answer) {
    return new Case(
        method,
        service -> call.call(service, one, two),
        List.of(one, two),
        Optional.ofNullable(answer));
  }
}
