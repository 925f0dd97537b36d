package io.belfry.benchmark.spi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Looks at the outcome of each send, as any careful user does. Where one stage is shared, once is
 * enough.
 */
final class Sent {

  private CompletionStage<Void> lastGood = CompletableFuture.completedStage(null);

  void require(CompletionStage<Void> outcome) {
    if (outcome != lastGood) {
      Field.join(outcome);
      lastGood = outcome;
    }
  }
}
