package io.belfry.transport.mqtt;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A filter on its lane, and how many use it. The number is guarded by the {@link Lanes}. */
final class Berth {

  private final Lane lane;
  private final BrokerFilter filter;
  private final int qos;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private int users;

  Berth(Lane lane, BrokerFilter filter, int qos) {
    this.lane = lane;
    this.filter = filter;
    this.qos = qos;
  }

  Lane lane() {
    return lane;
  }

  BrokerFilter filter() {
    return filter;
  }

  int qos() {
    return qos;
  }

  /** Completes when the broker has the filter; fails if it refuses it. */
  CompletableFuture<Void> ready() {
    return ready;
  }

  /**
   * Has the application's stage complete as {@link #ready} does. Not on Paho's own thread: what
   * hangs on it there could not wait for anything.
   */
  void pass(CompletableFuture<Void> told, Executor background) {
    var unused = ready.whenCompleteAsync(
        (nothing, failure) -> {
          if (failure == null) {
            told.complete(null);
          } else {
            told.completeExceptionally(failure);
          }
        },
        background);
  }

  void enter() {
    users++;
  }

  /** True if that was the last. */
  boolean leave() {
    return --users == 0;
  }
}
