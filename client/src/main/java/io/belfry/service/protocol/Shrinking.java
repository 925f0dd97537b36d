package io.belfry.service.protocol;

import io.belfry.service.NotificationService;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How an answer that is too large for a message becomes a smaller one. */
@FunctionalInterface
interface Shrinking<A, R> {

  /** A smaller answer, now or later; none if it can't be any smaller. */
  Optional<Smaller<A, R>> shrink(NotificationService service, A asked, R answer);

  /** What is asked now, and its answer. */
  record Smaller<A, R>(A asked, CompletionStage<R> answer) {}

  /** An answer is as large as it is. */
  static <A, R> Shrinking<A, R> none() {
    return (service, asked, answer) -> Optional.empty();
  }

  /**
   * The answer is cut to half of its items.
   *
   * @param items the items of an answer
   * @param fewest with how many it still is an answer
   * @param cut the answer with the first so many, which says that there are more
   */
  static <A, R> Shrinking<A, R> cutting(
      Function<R, Integer> items, int fewest, BiFunction<R, Integer, R> cut) {
    return (service, asked, answer) -> {
      int now = items.apply(answer);
      return now <= fewest
          ? Optional.empty()
          : Optional.of(
              new Smaller<>(asked, CompletableFuture.completedStage(cut.apply(answer, now / 2))));
    };
  }

  /**
   * The service is asked once more, for half as much: it alone knows where the answer can end.
   *
   * @param half the question for half of what the answer has; none if that is nothing
   * @param call asks it
   */
  static <A, R> Shrinking<A, R> askingAgain(
      BiFunction<A, R, Optional<A>> half,
      BiFunction<NotificationService, A, CompletionStage<R>> call) {
    return (service, asked, answer) ->
        half.apply(asked, answer).map(less -> new Smaller<>(less, call.apply(service, less)));
  }
}
