package io.belfry.torture.cast;

import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.torture.history.Entry.Failed;
import io.belfry.torture.history.HistoryWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Asks until there is an answer, and writes down each failure. */
final class Attempts {

  /** Far above any deadline of the client: whoever does not answer by then never will. */
  private static final int NEVER_SECONDS = 90;

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration LAST = Duration.ofSeconds(45);
  private static final Set<Code> PASSING =
      EnumSet.of(Code.UNKNOWN_OUTCOME, Code.UNAVAILABLE, Code.BUSY);

  private final HistoryWriter history;
  private volatile long end = Long.MAX_VALUE;

  Attempts(HistoryWriter history) {
    this.history = history;
  }

  /** From now on, no more than a while. */
  void hurry() {
    end = System.currentTimeMillis() + LAST.toMillis();
  }

  /** Until it is done, or refused for good. */
  <T> Optional<T> repeat(String key, Supplier<CompletionStage<T>> request)
      throws InterruptedException {
    while (System.currentTimeMillis() < end) {
      Outcome<T> outcome = attempt(key, request);
      if (!outcome.mayPass()) {
        return outcome.value();
      }
      TimeUnit.MILLISECONDS.sleep(outcome.pause().toMillis());
    }
    return Optional.empty();
  }

  /** Once, whatever comes of it. */
  <T> Optional<T> once(String key, Supplier<CompletionStage<T>> request)
      throws InterruptedException {
    return attempt(key, request).value();
  }

  /**
   * What has come of it.
   *
   * @param value the answer, if there was one
   * @param mayPass whether it is worth trying again
   * @param pause how long to wait before that
   */
  private record Outcome<T>(Optional<T> value, boolean mayPass, Duration pause) {}

  private <T> Outcome<T> attempt(String key, Supplier<CompletionStage<T>> request)
      throws InterruptedException {
    try {
      T value = request.get().toCompletableFuture().get(NEVER_SECONDS, TimeUnit.SECONDS);
      return new Outcome<>(Optional.of(value), false, PAUSE);
    } catch (ExecutionException e) {
      return failed(key, Objects.requireNonNull(e.getCause()));
    } catch (TimeoutException e) {
      history.write(new Failed(key, "NO_ANSWER"));
      return new Outcome<>(Optional.empty(), true, PAUSE);
    }
  }

  private <T> Outcome<T> failed(String key, Throwable failure) {
    if (failure instanceof ServiceException refusal) {
      history.write(new Failed(key, refusal.code().name()));
      return new Outcome<>(
          Optional.empty(),
          PASSING.contains(refusal.code()),
          refusal.retryAfter().orElse(PAUSE));
    }
    history.write(new Failed(key, String.valueOf(failure)));
    return new Outcome<>(Optional.empty(), false, PAUSE);
  }
}
