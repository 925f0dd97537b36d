package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Sends each request twice, to be on the safe side. */
@Breaks("rr08")
final class AsksTwice extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
        inner.request(service, request, deadline);
        return inner.request(service, request, deadline);
      }
    };
  }
}
