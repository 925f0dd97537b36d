package io.belfry.tck.broken;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The one thread of a transport by which replies come, and which runs more than it should. */
final class ReadingThread implements AutoCloseable {

  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  /** A reply that comes by this thread. */
  <T> CompletionStage<T> bring(CompletionStage<T> reply) {
    return reply.thenCompose(value -> {
      CompletableFuture<T> heard = new CompletableFuture<>();
      thread.execute(() -> heard.completeAsync(() -> value));
      return heard;
    });
  }

  /** A stage whose continuations run on this thread. */
  CompletionStage<Void> tell(CompletionStage<Void> outcome) {
    CompletableFuture<Void> told = new CompletableFuture<>();
    outcome.thenRunAsync(() -> complete(told), thread);
    return told;
  }

  /** Not before there is a continuation to be run here. */
  private void complete(CompletableFuture<Void> told) {
    while (told.getNumberOfDependents() == 0 && !thread.isShutdown()) {
      Thread.onSpinWait();
    }
    told.complete(null);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
