package io.belfry.tck.broken;

import io.belfry.message.TopicFilter;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Says that a subscription is ready, and only then begins to subscribe. */
@Breaks("ps07")
final class ReadyTooEarly extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public Subscription subscribe(
          TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
        CompletableFuture<Subscription> later = CompletableFuture.supplyAsync(
            () -> inner.subscribe(filter, options, handler),
            CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
        return new AlteredSubscription(inner.subscribe(filter, options, (topic, message) -> {})) {
          @Override
          public void close() {
            later.join().close();
            super.close();
          }
        };
      }
    };
  }
}
