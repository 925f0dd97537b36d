package io.belfry.tck.broken;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.transport.Transport;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets every hundredth message be overtaken by the next. */
@Breaks({"ps06", "ps13"})
final class Reorders extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      private final AtomicInteger published = new AtomicInteger();
      private final Queue<Message> held = new ConcurrentLinkedQueue<>();

      @Override
      public CompletionStage<Void> publish(Topic topic, Message message) {
        if (published.incrementAndGet() % 100 == 50) {
          held.add(message);
          return CompletableFuture.completedStage(null);
        }
        CompletionStage<Void> sent = inner.publish(topic, message);
        held.removeIf(late -> inner.publish(topic, late) != sent);
        return sent;
      }
    };
  }
}
