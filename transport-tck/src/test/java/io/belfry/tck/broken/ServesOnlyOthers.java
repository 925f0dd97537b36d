package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Does not let a transport ask a service of its own. */
@Breaks("rr01")
final class ServesOnlyOthers extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      private final Set<Address> own = ConcurrentHashMap.newKeySet();

      @Override
      public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
        return own.contains(service)
            ? new TransportException(Category.UNREACHABLE, "Nobody else serves it.").asStage()
            : inner.request(service, request, deadline);
      }

      @Override
      public Subscription serve(Address service, RequestHandler handler) {
        own.add(service);
        return inner.serve(service, handler);
      }
    };
  }
}
