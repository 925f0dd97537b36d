package io.belfry.tck.broken;

import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.transport.Transport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Never completes what is sent to a closed transport. */
@Breaks({"li04", "li06"})
final class LeavesSendsHanging extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public CompletionStage<Void> publish(Topic topic, Message message) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        inner.publish(topic, message).thenAccept(sent::complete);
        return sent;
      }
    };
  }
}
