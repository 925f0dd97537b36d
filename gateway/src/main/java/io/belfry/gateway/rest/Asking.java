package io.belfry.gateway.rest;

import com.fasterxml.jackson.jr.ob.JSON;
import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.service.Token;
import io.belfry.service.protocol.Operation;
import io.belfry.service.protocol.Protocol;
import io.belfry.service.protocol.ServiceEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Asks the service, in somebody's name.
 *
 * @param endpoint the service, as the protocol has it
 * @param patience how long to wait for it
 * @param token of who asks
 */
record Asking(ServiceEndpoint endpoint, Duration patience, Optional<Token> token) {

  Asking as(Optional<Token> other) {
    return new Asking(endpoint, patience, other);
  }

  /** The object under {@code ok}; fails with what is told under {@code error}. */
  CompletionStage<Map<String, Object>> ask(Operation<?, ?> operation, Map<String, ?> arguments) {
    return ask(operation, arguments, Payload.EMPTY);
  }

  /** Likewise, with the arguments that stand in a body, which may be empty, besides. */
  CompletionStage<Map<String, Object>> ask(
      Operation<?, ?> operation, Map<String, ?> arguments, Payload body) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("v", Protocol.VERSION);
    fields.put("op", operation.name());
    fields.putAll(arguments);
    Message request = new Message(headers(), RawJson.with(body, fields));
    return send(request).thenApply(reply -> ok(operation, reply));
  }

  /** The answer as the client reads it. */
  <A, R> CompletionStage<R> ask(Operation<A, R> operation, A arguments) {
    return send(operation.request(arguments, headers(), Integer.MAX_VALUE))
        .thenApply(operation::answer);
  }

  /** The object under {@code ok}, of arguments that are known. */
  <A> CompletionStage<Map<String, Object>> askRaw(Operation<A, ?> operation, A arguments) {
    return send(operation.request(arguments, headers(), Integer.MAX_VALUE))
        .thenApply(reply -> ok(operation, reply));
  }

  private CompletionStage<Message> send(Message request) {
    return endpoint
        .onRequest(request)
        .toCompletableFuture()
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Headers headers() {
    return token
        .map(known -> Headers.of(Protocol.AUTHORIZATION, "Bearer " + known.secret()))
        .orElse(Headers.NONE);
  }

  private static Map<String, Object> ok(Operation<?, ?> operation, Message reply) {
    try {
      if (JSON.std.mapFrom(reply.payload().toBytes()).get("ok") instanceof Map<?, ?> answer) {
        Map<String, Object> fields = new LinkedHashMap<>();
        answer.forEach((name, value) -> fields.put(String.valueOf(name), value));
        return fields;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("No failure was told, but: " + operation.answer(reply));
  }
}
