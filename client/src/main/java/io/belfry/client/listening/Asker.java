package io.belfry.client.listening;

import io.belfry.service.NotificationService;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks until there is an answer or a refusal. A service that is busy or away is asked again, ever
 * more seldom; if an answer is too large, for less at once.
 */
final class Asker {

  /** A question, put into words anew each time that it is asked. */
  interface Words<T> {
    CompletionStage<T> ask(NotificationService service, int limit);
  }

  /** What comes of a question. */
  private record Question<T>(
      Words<T> words, Consumer<T> answered, Consumer<ServiceException> refused, long round) {}

  private static final int MOST_DOUBLINGS = 20;
  private static final int GROWTH = 8;

  private final Desk desk;
  private final Agenda agenda;
  private final Pace pace;
  private final Runnable afterwards;
  private int limit;
  private long round;

  Asker(Desk desk, Agenda agenda, Pace pace, Runnable afterwards) {
    this.desk = desk;
    this.agenda = agenda;
    this.pace = pace;
    this.afterwards = afterwards;
    this.limit = pace.page();
  }

  <T> void ask(Words<T> words, Consumer<T> answered, Consumer<ServiceException> refused) {
    attempt(new Question<>(words, answered, refused, round), 0);
  }

  /** Asks, and takes any refusal as the end. */
  <T> void ask(Words<T> words, Consumer<T> answered) {
    ask(words, answered, desk::end);
  }

  /** Forgets all questions: what is answered to them now is not heard. */
  void forget() {
    round++;
  }

  /** Does something later, unless all is forgotten before. */
  void later(long nanos, Runnable task) {
    long current = round;
    agenda.at(desk.now() + nanos, () -> {
      if (round == current) {
        task.run();
      }
    });
  }

  private <T> void attempt(Question<T> question, int failures) {
    int most = limit;
    desk.ask(service -> question.words().ask(service, most), (answer, failure) -> {
      if (question.round() == round) {
        hear(question, failures, most, answer, failure);
        afterwards.run();
      }
    });
  }

  private <T> void hear(
      Question<T> question,
      int failures,
      int most,
      @Nullable T answer,
      @Nullable Throwable failure) {
    if (failure != null) {
      fail(question, failures + 1, most, Failures.of(failure));
    } else {
      limit = Math.min(pace.page(), limit + 1 + limit / GROWTH);
      question.answered().accept(answer);
    }
  }

  private <T> void fail(Question<T> question, int failures, int most, ServiceException failure) {
    if (failure.code() == Code.TOO_LARGE && most > 1) {
      limit = Math.max(1, most / 2);
      attempt(question, failures);
    } else if (Failures.isPassing(failure)) {
      later(patience(failures, failure), () -> attempt(question, failures));
    } else {
      question.refused().accept(failure);
    }
  }

  private long patience(int failures, ServiceException failure) {
    long wish = failure.retryAfter().orElse(Duration.ZERO).toNanos();
    long doubled = pace.firstRetry().toNanos() << Math.min(failures - 1, MOST_DOUBLINGS);
    long wait = desk.jitter(Math.min(doubled, pace.lastRetry().toNanos()));
    return Math.max(wait, Math.min(wish, pace.lastRetry().toNanos()));
  }
}
