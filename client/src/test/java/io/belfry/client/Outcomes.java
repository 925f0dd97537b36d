package io.belfry.client;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belfry.service.ServiceException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** What a stage has come to. */
final class Outcomes {

  private Outcomes() {}

  /** The failure, as an application meets it. */
  static ServiceException failure(CompletionStage<?> stage) {
    CompletionException thrown = catchThrowableOfType(
        CompletionException.class,
        () -> stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join());
    return (ServiceException) thrown.getCause();
  }
}
