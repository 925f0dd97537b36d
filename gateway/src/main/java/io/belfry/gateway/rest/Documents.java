package io.belfry.gateway.rest;

import io.belfry.message.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What describes all this to programs. */
final class Documents {

  private static final Payload OPENAPI = read("openapi.json");
  private static final Payload ASYNCAPI = read("asyncapi.json");

  private Documents() {}

  static CompletionStage<Answer> openapi(Asked asked) {
    return CompletableFuture.completedStage(Answer.json(OPENAPI));
  }

  static CompletionStage<Answer> asyncapi(Asked asked) {
    return CompletableFuture.completedStage(Answer.json(ASYNCAPI));
  }

  private static Payload read(String name) {
    try (InputStream resource =
        Objects.requireNonNull(Documents.class.getResourceAsStream(name), name)) {
      return Payload.copyOf(resource.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
