package io.belfry.tck.broken;

import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.message.Topic;
import io.belfry.transport.Transport;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Takes an empty header for none. */
@Breaks("ms04")
final class LosesEmptyHeaders extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public CompletionStage<Void> publish(Topic topic, Message message) {
        Map<String, String> kept = new HashMap<>(message.headers().values());
        kept.values().removeIf(String::isEmpty);
        return inner.publish(topic, new Message(new Headers(kept), message.payload()));
      }
    };
  }
}
