package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.transport.PullOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.WorkHandler;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Gives all work to the worker that came first. */
@Breaks("pl02")
final class HasAFavourite extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      private static final Set<Address> TAKEN = ConcurrentHashMap.newKeySet();

      @Override
      public Subscription pull(Address queue, PullOptions options, WorkHandler handler) {
        return TAKEN.add(queue)
            ? inner.pull(queue, PullOptions.DEFAULTS, handler)
            : inner.pull(new Address("nothing.for." + queue), options, handler);
      }
    };
  }
}
