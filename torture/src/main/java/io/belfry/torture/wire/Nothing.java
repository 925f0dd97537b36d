package io.belfry.torture.wire;

import io.belfry.transport.Counters;
import io.belfry.transport.Subscription;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Stands in until the real subscription is there. */
final class Nothing implements Subscription {

  @Override
  public CompletionStage<Void> ready() {
    return new CompletableFuture<>();
  }

  @Override
  public Counters counters() {
    return new Counters(0, 0, 0, 0);
  }

  @Override
  public void close() {}
}
