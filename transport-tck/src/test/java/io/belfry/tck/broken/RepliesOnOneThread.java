package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Completes all replies on the one thread that receives them. */
@Breaks("rr11")
final class RepliesOnOneThread extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      private final ExecutorService receiver = Executors.newSingleThreadExecutor();

      @Override
      public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
        CompletableFuture<Message> reply = new CompletableFuture<>();
        inner.request(service, request, deadline).thenAcceptAsync(reply::complete, receiver);
        return reply;
      }

      @Override
      public void close() {
        inner.close();
        receiver.shutdownNow();
      }
    };
  }
}
