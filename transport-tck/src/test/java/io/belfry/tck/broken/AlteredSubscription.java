package io.belfry.tck.broken;

import io.belfry.transport.Counters;
import io.belfry.transport.Subscription;
import java.util.concurrent.CompletionStage;

/** A subscription that leaves everything to another; a subclass alters one thing. */
abstract class AlteredSubscription implements Subscription {

  protected final Subscription inner;

  AlteredSubscription(Subscription inner) {
    this.inner = inner;
  }

  @Override
  public CompletionStage<Void> ready() {
    return inner.ready();
  }

  @Override
  public Counters counters() {
    return inner.counters();
  }

  @Override
  public void close() {
    inner.close();
  }
}
