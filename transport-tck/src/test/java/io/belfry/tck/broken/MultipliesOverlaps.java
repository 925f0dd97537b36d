package io.belfry.tck.broken;

import io.belfry.message.TopicFilter;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Delivers a message once for each filter that matches it. */
@Breaks("ps05")
final class MultipliesOverlaps extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      private final List<TopicFilter> filters = new CopyOnWriteArrayList<>();

      @Override
      public Subscription subscribe(
          TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
        filters.add(filter);
        return inner.subscribe(filter, options, (topic, message) -> {
          for (TopicFilter each : filters) {
            if (each.matches(topic)) {
              handler.onMessage(topic, message);
            }
          }
        });
      }
    };
  }
}
