package io.belfry.tck.broken;

import io.belfry.message.TopicFilter;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Lets close() return before the subscription has ended. */
@Breaks("ps11")
final class CallsAfterClose extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public Subscription subscribe(
          TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
        return new AlteredSubscription(inner.subscribe(filter, options, handler)) {
          @Override
          public void close() {
            CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(inner::close);
          }
        };
      }
    };
  }
}
