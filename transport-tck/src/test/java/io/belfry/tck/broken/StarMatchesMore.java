package io.belfry.tck.broken;

import io.belfry.message.TopicFilter;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;

/** Lets a star match several levels. */
@Breaks("ps03")
final class StarMatchesMore extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public Subscription subscribe(
          TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
        return inner.subscribe(new TopicFilter("#"), options, (topic, message) -> {
          if (topic.name().matches(filter.pattern().replace("*", ".+"))) {
            handler.onMessage(topic, message);
          }
        });
      }
    };
  }
}
