package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Leaves whoever waits for a reply waiting when it closes. */
@Breaks("li05")
final class AbandonsRequests extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
        CompletableFuture<Message> reply = new CompletableFuture<>();
        inner.request(service, request, deadline).thenAccept(reply::complete);
        return reply;
      }
    };
  }
}
