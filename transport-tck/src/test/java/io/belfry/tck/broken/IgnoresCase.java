package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.PullOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.WorkHandler;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/** Takes names that differ by case for the same queue. */
@Breaks("pl04")
final class IgnoresCase extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public CompletionStage<Void> push(Address queue, Message work) {
        return inner.push(lower(queue), work);
      }

      @Override
      public Subscription pull(Address queue, PullOptions options, WorkHandler handler) {
        return inner.pull(lower(queue), options, handler);
      }
    };
  }

  private static Address lower(Address queue) {
    return new Address(queue.name().toLowerCase(Locale.ROOT));
  }
}
