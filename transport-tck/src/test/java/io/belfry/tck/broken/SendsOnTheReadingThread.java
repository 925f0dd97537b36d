package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Completes publications on the thread that would bring a reply, if it were not held up. */
@Breaks("rr12")
final class SendsOnTheReadingThread extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      private final ReadingThread reading = new ReadingThread();

      @Override
      public CompletionStage<Void> publish(Topic topic, Message message) {
        return reading.tell(inner.publish(topic, message));
      }

      @Override
      public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
        return reading.bring(inner.request(service, request, deadline));
      }

      @Override
      public void close() {
        inner.close();
        reading.close();
      }
    };
  }
}
