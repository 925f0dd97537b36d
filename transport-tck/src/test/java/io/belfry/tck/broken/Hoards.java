package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.transport.PullOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.WorkHandler;

/** Fetches ahead however little is asked for. */
@Breaks("pl06")
final class Hoards extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public Subscription pull(Address queue, PullOptions options, WorkHandler handler) {
        return inner.pull(queue, PullOptions.DEFAULTS, handler);
      }
    };
  }
}
