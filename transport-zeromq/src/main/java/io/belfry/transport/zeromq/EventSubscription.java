package io.belfry.transport.zeromq;

import io.belfry.transport.Counters;
import io.belfry.transport.Subscription;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A subscription of events: a lane, and what else has to be done when it is closed. */
final class EventSubscription implements Subscription {

  private final Lane<Event> lane;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final Consumer<EventSubscription> onClose;

  EventSubscription(Lane<Event> lane, Consumer<EventSubscription> onClose) {
    this.lane = lane;
    this.onClose = onClose;
  }

  Lane<Event> lane() {
    return lane;
  }

  CompletableFuture<Void> readiness() {
    return ready;
  }

  @Override
  public CompletionStage<Void> ready() {
    return ready.minimalCompletionStage();
  }

  @Override
  public Counters counters() {
    return lane.counters();
  }

  @Override
  public void close() {
    onClose.accept(this);
    lane.close();
    ready.completeExceptionally(Failures.closed("The subscription"));
  }
}
