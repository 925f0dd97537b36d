package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Gives each reply that comes to whoever has waited longest. */
@Breaks({"rr03", "rr07"})
final class LosesCorrelation extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      private final Queue<CompletableFuture<Message>> waiting = new ConcurrentLinkedQueue<>();

      @Override
      public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
        CompletableFuture<Message> reply = new CompletableFuture<>();
        waiting.add(reply);
        inner
            .request(service, request, Duration.ofMinutes(1))
            .thenAccept(answer -> waiting.remove().complete(answer));
        CompletableFuture.delayedExecutor(deadline.toMillis(), TimeUnit.MILLISECONDS)
            .execute(() -> reply.completeExceptionally(timedOut()));
        return reply;
      }
    };
  }

  private static TransportException timedOut() {
    return new TransportException(Category.TIMED_OUT, "No answer.");
  }
}
