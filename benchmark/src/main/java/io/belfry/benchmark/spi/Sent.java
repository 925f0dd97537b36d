package io.belfry.benchmark.spi;

import io.belfry.benchmark.wire.Permits;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Looks at the outcome of each send, as any careful user does, but waits only when there are too
 * many without one. Where one stage is shared, looking once is enough.
 */
final class Sent {

  private final Permits permits = new Permits(Permits.USUAL);
  private CompletionStage<Void> last = CompletableFuture.completedStage(null);

  void require(CompletionStage<Void> outcome) {
    if (outcome == last) {
      return;
    }
    last = outcome;
    if (outcome.toCompletableFuture().isDone()) {
      Field.join(outcome);
    } else {
      permits.take();
      outcome.whenComplete((nothing, failure) -> permits.giveBack(failure));
    }
  }
}
