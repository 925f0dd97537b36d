package io.belfry.tck.broken;

import io.belfry.message.TopicFilter;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;

/** Lets a hash match one level or more, but not none. */
@Breaks("ps04")
final class HashNeedsALevel extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public Subscription subscribe(
          TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
        return inner.subscribe(new TopicFilter("#"), options, (topic, message) -> {
          if (filter.matches(topic) && !filter.pattern().equals(topic + ".#")) {
            handler.onMessage(topic, message);
          }
        });
      }
    };
  }
}
