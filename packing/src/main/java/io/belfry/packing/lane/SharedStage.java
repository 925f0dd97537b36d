package io.belfry.packing.lane;

import java.util.concurrent.CompletableFuture;

/** The outcome of a pack, shared by all that is in it: nobody may complete it for the others. */
final class SharedStage extends CompletableFuture<Void> {

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }

  @Override
  public CompletableFuture<Void> toCompletableFuture() {
    return copy();
  }
}
