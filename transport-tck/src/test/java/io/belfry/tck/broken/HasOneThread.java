package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.TopicFilter;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.PullOptions;
import io.belfry.transport.RequestHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import io.belfry.transport.WorkHandler;

/** Calls all handlers one after the other. */
@Breaks({"ps08", "ps12", "rr09", "pl07"})
final class HasOneThread extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      private final Object turn = new Object();

      @Override
      public Subscription subscribe(
          TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
        return inner.subscribe(filter, options, (topic, message) -> {
          synchronized (turn) {
            handler.onMessage(topic, message);
          }
        });
      }

      @Override
      public Subscription serve(Address service, RequestHandler handler) {
        return inner.serve(service, request -> {
          synchronized (turn) {
            return handler.onRequest(request);
          }
        });
      }

      @Override
      public Subscription pull(Address queue, PullOptions options, WorkHandler handler) {
        return inner.pull(queue, options, work -> {
          synchronized (turn) {
            handler.onWork(work);
          }
        });
      }
    };
  }
}
