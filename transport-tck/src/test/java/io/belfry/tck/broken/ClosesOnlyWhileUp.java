package io.belfry.tck.broken;

import io.belfry.message.TopicFilter;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits with the end of a subscription until the hub is there. */
@Breaks("li12")
final class ClosesOnlyWhileUp extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public Subscription subscribe(
          TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
        return new AlteredSubscription(inner.subscribe(filter, options, handler)) {
          @Override
          public void close() {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
            while (!health().isHealthy() && System.nanoTime() < end) {
              LockSupport.parkNanos(1_000_000);
            }
            super.close();
          }
        };
      }
    };
  }
}
