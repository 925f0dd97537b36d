package io.belfry.benchmark.spi;

import io.belfry.benchmark.wire.Permits;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Looks at the outcome of each send, as any careful user does, but waits only when there are too
 * many without one. Where one stage is shared, once is enough.
 */
final class Sent {

  private final Permits permits = new Permits(Permits.USUAL);
  private CompletionStage<Void> lastGood = CompletableFuture.completedStage(null);

  void require(CompletionStage<Void> outcome) {
    if (outcome == lastGood) {
      return;
    }
    if (outcome.toCompletableFuture().isDone()) {
      Field.join(outcome);
      lastGood = outcome;
    } else {
      permits.take();
      outcome.whenComplete((nothing, failure) -> permits.giveBack(failure));
    }
  }
}
