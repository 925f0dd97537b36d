package io.belfry.tck.broken;

import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.transport.Transport;
import java.util.concurrent.CompletionStage;

/** Cuts payloads off at 64 KiB, less one. */
@Breaks("ms01")
final class Truncates extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      private static final int MOST = 65_535;

      @Override
      public CompletionStage<Void> publish(Topic topic, Message message) {
        byte[] bytes = message.payload().toBytes();
        Payload cut = Payload.wrap(bytes, 0, Math.min(MOST, bytes.length));
        return inner.publish(topic, new Message(message.headers(), cut));
      }
    };
  }
}
