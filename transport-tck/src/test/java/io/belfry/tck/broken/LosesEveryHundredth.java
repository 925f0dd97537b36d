package io.belfry.tck.broken;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.transport.Transport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Loses every hundredth message, but says that it was published. */
@Breaks("ps06")
final class LosesEveryHundredth extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      private final AtomicInteger published = new AtomicInteger();

      @Override
      public CompletionStage<Void> publish(Topic topic, Message message) {
        return published.incrementAndGet() % 100 == 0
            ? CompletableFuture.completedStage(null)
            : inner.publish(topic, message);
      }
    };
  }
}
