package io.belfry.transport.zeromq;

import io.belfry.message.Address;
import io.belfry.transport.Counters;
import io.belfry.transport.Subscription;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A service or a worker of a spoke: it takes its turn at what the hub hands out. */
abstract sealed class DutyPost implements Subscription permits ServicePost, WorkerPost {

  private final SpokeDuty duty;
  private final Address address;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Void> left = new CompletableFuture<>();

  /** By what the hub knows it; another after each enrolment, so that what is old is recognised. */
  private volatile long number;

  DutyPost(SpokeDuty duty, Address address) {
    this.duty = duty;
    this.address = address;
  }

  /** Makes itself known to the hub, under a new number. */
  abstract void enrol(long newNumber);

  /** Takes what came from the hub for this number. */
  abstract void take(Duty frame);

  /** Ends the lane. */
  abstract void end();

  abstract Lane<?> lane();

  final SpokeDuty duty() {
    return duty;
  }

  final String address() {
    return address.name();
  }

  final long number() {
    return number;
  }

  final void number(long newNumber) {
    number = newNumber;
  }

  final CompletableFuture<Void> readiness() {
    return ready;
  }

  final CompletableFuture<Void> left() {
    return left;
  }

  @Override
  public final CompletionStage<Void> ready() {
    return ready.minimalCompletionStage();
  }

  @Override
  public final Counters counters() {
    return lane().counters();
  }

  @Override
  public final void close() {
    end();
    ready.completeExceptionally(Failures.closed("The subscription"));
  }
}
