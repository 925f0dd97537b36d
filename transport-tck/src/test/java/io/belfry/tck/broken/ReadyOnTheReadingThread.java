package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.TopicFilter;
import io.belfry.transport.Counters;
import io.belfry.transport.MessageHandler;
import io.belfry.transport.SubscribeOptions;
import io.belfry.transport.Subscription;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Tells that a subscription is in force on the thread that would bring a reply. */
@Breaks("rr13")
final class ReadyOnTheReadingThread extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      private final ReadingThread reading = new ReadingThread();

      @Override
      public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
        return reading.bring(inner.request(service, request, deadline));
      }

      @Override
      public Subscription subscribe(
          TopicFilter filter, SubscribeOptions options, MessageHandler handler) {
        return told(inner.subscribe(filter, options, handler), reading);
      }

      @Override
      public void close() {
        inner.close();
        reading.close();
      }
    };
  }

  private static Subscription told(Subscription its, ReadingThread reading) {
    CompletionStage<Void> ready = reading.tell(its.ready());
    return new Subscription() {
      @Override
      public CompletionStage<Void> ready() {
        return ready;
      }

      @Override
      public Counters counters() {
        return its.counters();
      }

      @Override
      public void close() {
        its.close();
      }
    };
  }
}
