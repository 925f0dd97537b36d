package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.transport.Transport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Says that whatever was sent has been accepted. */
@Breaks({"ca14", "li04"})
final class AcknowledgesAnything extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public CompletionStage<Void> publish(Topic topic, Message message) {
        inner.publish(topic, message);
        return CompletableFuture.completedStage(null);
      }

      @Override
      public CompletionStage<Void> push(Address queue, Message work) {
        inner.push(queue, work);
        return CompletableFuture.completedStage(null);
      }
    };
  }
}
