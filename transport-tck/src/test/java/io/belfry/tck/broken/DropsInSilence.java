package io.belfry.tck.broken;

import io.belfry.message.TopicFilter;
import io.belfry.transport.Counters;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;

/** Does not count what it drops. */
@Breaks("ps09")
final class DropsInSilence extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public Subscription subscribe(
          TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
        return new AlteredSubscription(inner.subscribe(filter, options, handler)) {
          @Override
          public Counters counters() {
            Counters honest = super.counters();
            return new Counters(honest.received(), honest.failed(), 0, honest.filtered());
          }
        };
      }
    };
  }
}
