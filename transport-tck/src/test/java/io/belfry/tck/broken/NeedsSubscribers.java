package io.belfry.tck.broken;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** Refuses to publish where it knows of no subscriber. */
@Breaks("ps14")
final class NeedsSubscribers extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      private final AtomicBoolean known = new AtomicBoolean();

      @Override
      public CompletionStage<Void> publish(Topic topic, Message message) {
        return known.get()
            ? inner.publish(topic, message)
            : new TransportException(Category.REFUSED, "Nobody listens.").asStage();
      }

      @Override
      public Subscription subscribe(
          TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
        known.set(true);
        return inner.subscribe(filter, options, handler);
      }
    };
  }
}
