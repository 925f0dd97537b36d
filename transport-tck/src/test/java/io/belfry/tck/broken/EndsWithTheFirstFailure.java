package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.TopicFilter;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.PullOptions;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.WorkHandler;
import java.util.concurrent.atomic.AtomicBoolean;

/** Calls a handler no more once it has thrown. */
@Breaks({"ps10", "pl08"})
final class EndsWithTheFirstFailure extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public Subscription subscribe(
          TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
        AtomicBoolean ended = new AtomicBoolean();
        return inner.subscribe(filter, options, (topic, message) -> {
          if (!ended.getAndSet(true)) {
            handler.onMessage(topic, message);
            ended.set(false);
          }
        });
      }

      @Override
      public Subscription pull(Address queue, PullOptions options, WorkHandler handler) {
        AtomicBoolean ended = new AtomicBoolean();
        return inner.pull(queue, options, work -> {
          if (!ended.getAndSet(true)) {
            handler.onWork(work);
            ended.set(false);
          }
        });
      }
    };
  }
}
