package io.belfry.transport.mqtt;

import io.belfry.transport.TransportException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A send as the application sees it: done when the broker has accepted the message. */
final class Acceptance extends CompletableFuture<Void> implements Receipt {

  private final Executor courier;
  private final IntFunction<@Nullable TransportException> refusal;

  /**
   * Makes the outcome of a send.
   *
   * @param courier tells it: on Paho's own thread, what hangs on it could not wait for anything
   * @param refusal what a reason code of the broker means; nothing if it has accepted
   */
  Acceptance(Executor courier, IntFunction<@Nullable TransportException> refusal) {
    this.courier = courier;
    this.refusal = refusal;
  }

  @Override
  public void answered(int code) {
    TransportException refused = refusal.apply(code);
    if (refused == null) {
      courier.execute(() -> complete(null));
    } else {
      lost(refused);
    }
  }

  @Override
  public void lost(TransportException why) {
    courier.execute(() -> completeExceptionally(why));
  }
}
