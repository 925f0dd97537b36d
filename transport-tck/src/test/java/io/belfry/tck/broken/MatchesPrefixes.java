package io.belfry.tck.broken;

import io.belfry.message.TopicFilter;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;

/** Takes a filter for the beginning of a name, as a wire may do. */
@Breaks("ps02")
final class MatchesPrefixes extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public Subscription subscribe(
          TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
        return inner.subscribe(new TopicFilter("#"), options, (topic, message) -> {
          if (filter.matches(topic) || topic.name().startsWith(filter.pattern())) {
            handler.onMessage(topic, message);
          }
        });
      }
    };
  }
}
