package io.belfry.tck.broken;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.transport.Transport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/** Sends only what the thread sends that came first. */
@Breaks("ps13")
final class ServesOneThread extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      private final AtomicReference<Thread> first = new AtomicReference<>();

      @Override
      public CompletionStage<Void> publish(Topic topic, Message message) {
        first.compareAndSet(null, Thread.currentThread());
        return first.get() == Thread.currentThread()
            ? inner.publish(topic, message)
            : CompletableFuture.completedStage(null);
      }
    };
  }
}
