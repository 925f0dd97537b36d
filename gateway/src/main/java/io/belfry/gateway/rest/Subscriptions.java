package io.belfry.gateway.rest;

import com.fasterxml.jackson.jr.ob.JSON;
import io.belfry.message.Payload;
import io.belfry.service.ServiceException;
import io.belfry.service.protocol.Operations;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Claims, for which a fence is drawn where none is named. */
final class Subscriptions {

  private static final String FENCE = "fence";
  private static final String REGISTRATION = "registration";

  private Subscriptions() {}

  static CompletionStage<Answer> claim(Asked asked) {
    return registration(asked)
        .thenCompose(registration -> asked
            .asking()
            .ask(Operations.SUBSCRIBE, Map.of(), RawJson.under(REGISTRATION, registration)))
        .handle((answer, failure) -> {
          if (failure != null) {
            throw flat(Failures.failure(failure));
          }
          return Answer.json(answer);
        });
  }

  private static CompletionStage<Payload> registration(Asked asked) {
    Payload plain = RawJson.with(asked.body(), Map.of());
    return hasFence(plain)
        ? CompletableFuture.completedStage(plain)
        : asked
            .asking()
            .ask(Operations.DRAW_FENCE, Map.of())
            .thenApply(drawn -> RawJson.with(plain, drawn));
  }

  /** Only looks: what is broken is for the service to refuse. */
  private static boolean hasFence(Payload registration) {
    try {
      return JSON.std.mapFrom(registration.toBytes()).containsKey(FENCE);
    } catch (IOException e) {
      return true;
    }
  }

  /** The fields of a claim stand alone here. */
  private static ServiceException flat(ServiceException failure) {
    return failure.retryAfter().isPresent()
        ? failure
        : new ServiceException(
            failure.code(),
            String.valueOf(failure.getMessage()).replace("'" + REGISTRATION + ".", "'"),
            failure);
  }
}
