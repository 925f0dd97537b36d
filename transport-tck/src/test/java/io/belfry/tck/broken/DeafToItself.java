package io.belfry.tck.broken;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Its subscriptions do not get what it has published itself. */
@Breaks("ps01")
final class DeafToItself extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      private final Set<Message> own =
          Collections.newSetFromMap(Collections.synchronizedMap(new IdentityHashMap<>()));

      @Override
      public CompletionStage<Void> publish(Topic topic, Message message) {
        own.add(message);
        return inner.publish(topic, message);
      }

      @Override
      public Subscription subscribe(
          TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
        return inner.subscribe(filter, options, (topic, message) -> {
          if (!own.contains(message)) {
            handler.onMessage(topic, message);
          }
        });
      }
    };
  }
}
