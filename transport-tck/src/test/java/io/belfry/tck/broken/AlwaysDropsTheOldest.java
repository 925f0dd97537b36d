package io.belfry.tck.broken;

import io.belfry.message.TopicFilter;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.Overflow;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;

/** Does not care which message is to be dropped. */
@Breaks("ps09")
final class AlwaysDropsTheOldest extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public Subscription subscribe(
          TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
        return inner.subscribe(
            filter, options.withQueue(options.queueBound(), Overflow.DROP_OLDEST), handler);
      }
    };
  }
}
