package io.belfry.service.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.service.NotificationService;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Status;
import io.belfry.service.Token;
import io.belfry.service.protocol.Arguments.Nothing;
import io.belfry.tck.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Every request is answered, whatever the service does. */
class ServiceEndpointTest {

  private static final int MAX_PAYLOAD = 64 * 1024;
  private static final String NEUTRAL = "The service failed; its own log says why.";

  private final Status status = new Samples(3).status();

  @Test
  void the_token_of_the_header_asks() {
    AtomicReference<Optional<Token>> asked = new AtomicReference<>(Optional.empty());
    NotificationService service = ScriptedService.following(call -> {
      asked.set(call.token());
      return CompletableFuture.completedStage(status);
    });
    Token token = new Samples(4).token();

    assertThat(ask(service, Headers.NONE)).isEqualTo(status);
    assertThat(asked.get()).isEmpty();
    assertThat(ask(service, authorization("Bearer " + token.secret()))).isEqualTo(status);
    assertThat(asked.get()).contains(token);
    assertThat(ask(service, authorization("bEARER x"))).isEqualTo(status);
    assertThat(asked.get()).contains(new Token("x"));
  }

  @Test
  void a_header_that_shows_no_token_is_refused_without_telling_it() {
    NotificationService service = ScriptedService.answering(status);
    for (String value : List.of("", "Bearer", "Bearer ", "Basic geheim", "geheim")) {
      ServiceException refusal = failure(service, authorization(value));
      assertThat(refusal.code()).isEqualTo(Code.UNAUTHENTICATED);
      assertThat(refusal.getMessage()).doesNotContain("geheim");
    }
  }

  @Test
  void a_refusal_arrives_with_its_code_sentence_and_time() {
    for (Code code : Code.values()) {
      ServiceException told = failure(failing(new ServiceException(code, "Because of 7.")));
      assertThat(told.code()).isEqualTo(code);
      assertThat(told).hasMessage("Because of 7.");
      assertThat(told.retryAfter()).isEmpty();
    }
    ServiceException busy = ServiceException.busy("Full.", Duration.ofMillis(120));
    assertThat(failure(failing(busy)).retryAfter()).contains(Duration.ofMillis(120));
  }

  @Test
  void whatever_else_goes_wrong_is_told_neutrally() {
    List<NotificationService> broken = List.of(
        failing(new IllegalStateException("secret")),
        failing(new AssertionError("secret")),
        ScriptedService.following(call -> {
          throw new IllegalStateException("secret");
        }),
        ScriptedService.following(call -> {
          throw new StackOverflowError("secret");
        }),
        ScriptedService.following(call -> null),
        ScriptedService.following(call -> CompletableFuture.completedStage(null)));
    for (NotificationService service : broken) {
      ServiceException told = failure(service);
      assertThat(told.code()).isEqualTo(Code.INTERNAL);
      assertThat(told).hasMessage(NEUTRAL);
    }
  }

  @Test
  void a_sentence_that_is_long_or_broken_still_arrives() {
    ServiceException told =
        failure(failing(new ServiceException(Code.FORBIDDEN, "\ud800\u0001".repeat(100_000))));

    assertThat(told.code()).isEqualTo(Code.FORBIDDEN);
    assertThat(told.getMessage()).startsWith("?\u0001?").hasSizeBetween(500, 600);
  }

  @Test
  void requests_are_taken_while_others_wait_up_to_a_bound() {
    List<CompletableFuture<Status>> open = new ArrayList<>();
    ServiceEndpoint endpoint = new ServiceEndpoint(waiting(open), MAX_PAYLOAD, 3);
    List<CompletionStage<Message>> replies = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      replies.add(endpoint.onRequest(request(Headers.NONE)));
    }

    ServiceException busy = failure(endpoint, Headers.NONE);
    assertThat(busy.code()).isEqualTo(Code.BUSY);
    assertThat(busy.retryAfter()).isPresent();
    assertThat(open).hasSize(3);

    open.forEach(one -> one.complete(status));
    for (CompletionStage<Message> reply : replies) {
      assertThat(Operations.STATUS_OF_SERVICE.answer(Waiting.value(reply))).isEqualTo(status);
    }
    assertThat(endpoint.onRequest(request(Headers.NONE)).toCompletableFuture()).isNotDone();
    assertThat(open).hasSize(4);
  }

  @Test
  void what_is_refused_or_fails_takes_no_place() {
    ServiceEndpoint endpoint =
        new ServiceEndpoint(failing(new IllegalStateException()), MAX_PAYLOAD, 1);
    for (int i = 0; i < 3; i++) {
      assertThat(failure(endpoint, Headers.NONE).code()).isEqualTo(Code.INTERNAL);
      assertThat(failure(endpoint, authorization("x")).code()).isEqualTo(Code.UNAUTHENTICATED);
    }
  }

  @Test
  void one_that_ends_answers_what_is_under_way_and_refuses_what_comes() throws Exception {
    List<CompletableFuture<Status>> open = new ArrayList<>();
    ServiceEndpoint endpoint = new ServiceEndpoint(waiting(open), MAX_PAYLOAD);
    CompletionStage<Message> reply = endpoint.onRequest(request(Headers.NONE));

    endpoint.end(Duration.ZERO);
    assertThat(failure(endpoint, Headers.NONE).code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(open).hasSize(1);

    open.get(0).complete(status);
    assertThat(Operations.STATUS_OF_SERVICE.answer(Waiting.value(reply))).isEqualTo(status);
    endpoint.end(Duration.ofDays(1)); // Nothing is under way, so there is nothing to wait for.
  }

  @Test
  void a_transport_without_room_for_an_answer_is_refused_at_the_start() {
    assertThatThrownBy(() -> new ServiceEndpoint(ScriptedService.answering(status), 1_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8192");
  }

  private static NotificationService failing(Throwable failure) {
    return ScriptedService.following(call -> CompletableFuture.failedStage(failure));
  }

  private static NotificationService waiting(List<CompletableFuture<Status>> open) {
    return ScriptedService.following(call -> {
      CompletableFuture<Status> stage = new CompletableFuture<>();
      open.add(stage);
      return stage;
    });
  }

  private static Headers authorization(String value) {
    return Headers.of("Authorization", value);
  }

  private static Message request(Headers headers) {
    return Operations.STATUS_OF_SERVICE.request(new Nothing(), headers, MAX_PAYLOAD);
  }

  private static Status ask(NotificationService service, Headers headers) {
    return answer(new ServiceEndpoint(service, MAX_PAYLOAD), headers);
  }

  private static Status answer(ServiceEndpoint endpoint, Headers headers) {
    return Operations.STATUS_OF_SERVICE.answer(Waiting.value(endpoint.onRequest(request(headers))));
  }

  private static ServiceException failure(NotificationService service) {
    return failure(service, Headers.NONE);
  }

  private static ServiceException failure(NotificationService service, Headers headers) {
    return failure(new ServiceEndpoint(service, MAX_PAYLOAD), headers);
  }

  private static ServiceException failure(ServiceEndpoint endpoint, Headers headers) {
    return catchThrowableOfType(ServiceException.class, () -> answer(endpoint, headers));
  }
}
