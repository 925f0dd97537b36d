package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.util.concurrent.CompletableFuture;

/** Lets a requester wait in vain when the handler has failed. */
@Breaks("rr04")
final class KeepsFailuresToItself extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public Subscription serve(Address service, RequestHandler handler) {
        return inner.serve(service, request -> {
          CompletableFuture<Message> reply = new CompletableFuture<>();
          try {
            handler.onRequest(request).thenAccept(reply::complete);
          } catch (Exception e) {
            // And nobody will ever know.
          }
          return reply;
        });
      }
    };
  }
}
