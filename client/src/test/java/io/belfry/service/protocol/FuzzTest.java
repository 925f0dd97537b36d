package io.belfry.service.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.tck.Waiting;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whatever is sent, in either direction, becomes a value or a typed failure. */
class FuzzTest {

  private static final int ROUNDS = 200;
  private static final int MAX_PAYLOAD = 64 * 1024;

  /** What reading a request may come to. */
  private static final Set<Code> REFUSALS = EnumSet.of(
      Code.BAD_REQUEST, Code.UNSUPPORTED_VERSION, Code.UNKNOWN_OPERATION, Code.TOO_LARGE);

  private final SplittableRandom random = new SplittableRandom(20_240_229);

  @Test
  void damaged_requests_are_performed_or_refused() {
    List<byte[]> requests = requests();
    Set<Code> seen = EnumSet.noneOf(Code.class);
    for (int i = 0; i < ROUNDS; i++) {
      for (byte[] request : requests) {
        seen.addAll(codeOf(replyTo(Disfigured.json(request, requests, random))));
      }
    }
    assertThat(seen).isEqualTo(REFUSALS);
  }

  @Test
  void damaged_replies_are_values_or_failures() {
    List<byte[]> replies = replies();
    int failed = 0;
    for (int i = 0; i < ROUNDS; i++) {
      for (int k = 0; k < replies.size(); k++) {
        byte[] damaged = Disfigured.json(replies.get(k), replies, random);
        failed += isReadable(Exchanges.ALL.get(k).operation(), damaged) ? 0 : 1;
      }
    }
    assertThat(failed).isBetween(1, ROUNDS * replies.size() - 1);
  }

  private static Message replyTo(byte[] request) {
    Message message = Message.of(Payload.copyOf(request));
    ServiceEndpoint endpoint = new ServiceEndpoint(
        ScriptedService.following(call ->
            CompletableFuture.failedStage(new ServiceException(Code.CLOSED, "It was called."))),
        MAX_PAYLOAD);
    return Waiting.value(endpoint.onRequest(message));
  }

  private static Set<Code> codeOf(Message reply) {
    try {
      Operations.STATUS_OF_SERVICE.answer(reply);
      throw new AssertionError("The service does nothing but fail.");
    } catch (ServiceException e) {
      assertThat(e.getMessage()).matches("(?s).+[.?]").hasSizeLessThan(600);
      if (e.code() == Code.CLOSED) {
        return Set.of();
      }
      assertThat(REFUSALS).as(e.getMessage()).contains(e.code());
      return Set.of(e.code());
    }
  }

  private static boolean isReadable(Operation<?, ?> operation, byte[] reply) {
    try {
      operation.answer(Message.of(Payload.copyOf(reply)));
      return true;
    } catch (ServiceException e) {
      assertThat(e.getMessage()).isNotEmpty();
      return false;
    }
  }

  private static List<byte[]> requests() {
    List<byte[]> requests = new ArrayList<>();
    Exchanges.ALL.forEach(exchange -> requests.add(request(exchange)));
    return requests;
  }

  private static <A, R> byte[] request(Exchanges<A, R> exchange) {
    A arguments = exchange.arguments().apply(new Samples(5));
    return exchange
        .operation()
        .request(arguments, Headers.NONE, MAX_PAYLOAD)
        .payload()
        .toBytes();
  }

  private static List<byte[]> replies() {
    List<byte[]> replies = new ArrayList<>();
    Exchanges.ALL.forEach(exchange -> replies.add(reply(exchange)));
    return replies;
  }

  private static <A, R> byte[] reply(Exchanges<A, R> exchange) {
    R answer = exchange.answer().apply(new Samples(6));
    return exchange
        .operation()
        .reply(answer, MAX_PAYLOAD)
        .orElseThrow()
        .payload()
        .toBytes();
  }
}
