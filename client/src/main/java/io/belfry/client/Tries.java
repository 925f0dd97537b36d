package io.belfry.client;

import io.belfry.message.Message;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A question and its tries, one after another. Each hands over to the next, so that one thread at a
 * time is here; only {@link #close} may come in between.
 */
final class Tries<R> {

  /** After these, nothing was done, and it may go better next time. */
  private static final Set<Code> PASSING = EnumSet.of(Code.UNAVAILABLE, Code.BUSY);

  private final CompletableFuture<R> outcome = new CompletableFuture<>();
  private final Question<R> question;
  private final Asker asker;
  private final long end;
  private int failures;

  /** Whether a try that was sent may have been done, without an answer. */
  private volatile boolean isDoubtful;

  private volatile boolean isUnderWay;

  /** Whether this try has less time than a whole one, since the patience ends. */
  private boolean isCut;

  /** Why the try before failed: that a cut one got no answer in its little time says less. */
  private Optional<ServiceException> before = Optional.empty();

  Tries(Question<R> question, Asker asker) {
    this.question = question;
    this.asker = asker;
    this.end = System.nanoTime() + asker.options().patience().toNanos();
  }

  CompletionStage<R> outcome() {
    return outcome;
  }

  void next() {
    if (outcome.isDone()) {
      return;
    }
    isUnderWay = true;
    Duration deadline = deadline();
    isCut = deadline.compareTo(asker.options().deadline()) < 0;
    asker.send(question.request(), deadline).whenComplete(this::take);
  }

  /** The client is closed. */
  void close() {
    boolean mayBeDone = question.isChanging() && (isUnderWay || isDoubtful);
    outcome.completeExceptionally(mayBeDone ? Failures.closedMeanwhile() : Failures.closed());
  }

  private void take(@Nullable Message reply, @Nullable Throwable failure) {
    if (failure != null || reply == null) {
      failed(
          Failures.of(
              failure == null ? new NullPointerException("no reply") : failure,
              question.isChanging()),
          isCut);
      return;
    }
    R answer;
    try {
      answer = question.answer().apply(reply);
    } catch (RuntimeException e) { // Whatever it is, whoever asked must not wait for ever.
      failed(Failures.of(e, question.isChanging()), false);
      return;
    }
    outcome.complete(answer);
  }

  private void failed(ServiceException failure, boolean isSilence) {
    isDoubtful |= failure.code() == Code.UNKNOWN_OUTCOME;
    isUnderWay = false;
    failures++;
    boolean mayPass = mayHelp(failure);
    ServiceException telling = isSilence && mayPass ? before.orElse(failure) : failure;
    before = Optional.of(telling);
    Duration wait = pause(failure);
    if (mayPass && wait.compareTo(left()) < 0) {
      asker.after(wait, this::next);
    } else {
      outcome.completeExceptionally(told(telling));
    }
  }

  private boolean mayHelp(ServiceException failure) {
    return PASSING.contains(failure.code())
        || (failure.code() == Code.UNKNOWN_OUTCOME && question.isRepeatable());
  }

  private Duration pause(ServiceException failure) {
    Duration own = asker.options().backoff().after(failures);
    return failure.retryAfter().map(own::plus).orElse(own);
  }

  /** That nothing was done is not told where an earlier try may have done it. */
  private ServiceException told(ServiceException last) {
    boolean isPassing = PASSING.contains(last.code()) || last.code() == Code.CLOSED;
    return isDoubtful && isPassing && question.isChanging()
        ? new ServiceException(
            Code.UNKNOWN_OUTCOME,
            "No answer came to an earlier try, so that it may have been done; the last try: "
                + last.getMessage(),
            last)
        : last;
  }

  /** The first try has all of it, however short the patience is. */
  private Duration deadline() {
    Duration whole = asker.options().deadline();
    Duration left = left();
    return failures > 0 && left.compareTo(whole) < 0 ? left : whole;
  }

  private Duration left() {
    return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
  }
}
