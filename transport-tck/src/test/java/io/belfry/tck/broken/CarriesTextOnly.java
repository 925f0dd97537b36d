package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.message.Payload;
import io.belfry.transport.Transport;
import java.util.concurrent.CompletionStage;

/** Reads every payload as text. */
@Breaks("ms03")
final class CarriesTextOnly extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public CompletionStage<Void> push(Address queue, Message work) {
        Payload text = Payload.of(work.payload().text());
        return inner.push(queue, new Message(work.headers(), text));
      }
    };
  }
}
