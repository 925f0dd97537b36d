package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;

/** Tells strangers what the exception of a handler says. */
@Breaks({"rr04", "rr10"})
final class LeaksExceptions extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public Subscription serve(Address service, RequestHandler handler) {
        return inner.serve(service, request -> {
          try {
            return handler.onRequest(request);
          } catch (Exception e) {
            throw new TransportException(Category.REFUSED, e.getMessage());
          }
        });
      }
    };
  }
}
