package io.belfry.transport.mqtt;

import io.belfry.message.Address;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.util.concurrent.CompletableFuture;

/** A push as the application sees it: done when the broker has accepted the work. */
final class Pushed extends CompletableFuture<Void> implements Receipt {

  private final Address queue;

  Pushed(Address queue) {
    this.queue = queue;
  }

  /** Not every broker tells that nobody pulls. */
  @Override
  public void answered(int code) {
    if (code == Failures.NO_SUBSCRIBERS) {
      completeExceptionally(new TransportException(
          Category.REFUSED,
          "Nobody pulls from '" + queue + "', and MQTT does not store work; start a worker."));
    } else if (code >= Failures.FIRST_FAILURE) {
      completeExceptionally(Failures.refused("to push to '" + queue + "'", code));
    } else {
      complete(null);
    }
  }

  @Override
  public void lost(TransportException why) {
    completeExceptionally(why);
  }
}
