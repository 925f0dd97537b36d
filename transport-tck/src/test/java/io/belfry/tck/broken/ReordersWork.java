package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.Transport;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets every hundredth piece of work be overtaken by the next. */
@Breaks("pl03")
final class ReordersWork extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      private final AtomicInteger pushed = new AtomicInteger();
      private final Queue<Message> held = new ConcurrentLinkedQueue<>();

      @Override
      public CompletionStage<Void> push(Address queue, Message work) {
        if (pushed.incrementAndGet() % 100 == 50) {
          held.add(work);
          return CompletableFuture.completedStage(null);
        }
        CompletionStage<Void> sent = inner.push(queue, work);
        held.removeIf(late -> inner.push(queue, late) != sent);
        return sent;
      }
    };
  }
}
