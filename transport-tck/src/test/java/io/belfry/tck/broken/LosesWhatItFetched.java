package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.Overflow;
import io.belfry.transport.PullOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.WorkHandler;
import io.belfry.transport.delivery.Inbox;
import java.time.Duration;

/** Loses what a worker had fetched and not begun when it leaves. */
@Breaks({"pl05", "ca05"})
final class LosesWhatItFetched extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public Subscription pull(Address queue, PullOptions options, WorkHandler handler) {
        Inbox<Message> fetched =
            new Inbox<>("fetched", 10_000, Overflow.DROP_NEWEST, Duration.ZERO, handler::onWork);
        return new AlteredSubscription(inner.pull(queue, options, fetched::offer)) {
          @Override
          public void close() {
            super.close();
            fetched.close();
          }
        };
      }
    };
  }
}
