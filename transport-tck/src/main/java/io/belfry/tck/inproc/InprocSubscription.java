package io.belfry.tck.inproc;

import io.belfry.transport.Counters;
import io.belfry.transport.Subscription;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The application's end of a receiver. */
final class InprocSubscription implements Subscription {

  private final Receiver receiver;
  private final Set<InprocSubscription> all;
  private final CompletionStage<Void> ready;

  /** Enters at once: in one process nothing has to be waited for. */
  InprocSubscription(Place place, Receiver receiver, Set<InprocSubscription> all) {
    this.receiver = receiver;
    this.all = all;
    all.add(this);
    if (place.isOpen()) {
      receiver.enter();
      ready = CompletableFuture.completedStage(null);
    } else {
      close();
      ready = new TransportException(Category.UNREACHABLE, "The hub is closed.").asStage();
    }
  }

  @Override
  public CompletionStage<Void> ready() {
    return ready;
  }

  @Override
  public Counters counters() {
    return receiver.counters();
  }

  @Override
  public void close() {
    all.remove(this);
    receiver.leave();
  }
}
