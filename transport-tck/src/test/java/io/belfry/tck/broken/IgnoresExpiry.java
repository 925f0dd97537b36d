package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Headers;
import io.belfry.message.Message;
import io.belfry.transport.Transport;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Declares that it knows expiry, and delivers what has expired. */
@Breaks("ca06")
final class IgnoresExpiry extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public CompletionStage<Void> push(Address queue, Message work) {
        Map<String, String> kept = new HashMap<>(work.headers().values());
        kept.remove(Message.EXPIRY);
        return inner.push(queue, new Message(new Headers(kept), work.payload()));
      }
    };
  }
}
