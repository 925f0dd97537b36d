package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.Transport;
import java.util.concurrent.CompletionStage;

/** Pushes each piece of work twice, to be on the safe side. */
@Breaks("pl01")
final class PushesTwice extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public CompletionStage<Void> push(Address queue, Message work) {
        inner.push(queue, work);
        return inner.push(queue, work);
      }
    };
  }
}
