package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Never tells that there is nobody to ask. */
@Breaks("rr06")
final class WaitsForNobody extends BrokenContract {

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
