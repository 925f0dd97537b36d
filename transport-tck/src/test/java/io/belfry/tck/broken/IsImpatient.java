package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Gives up long before the deadline. */
@Breaks("rr05")
final class IsImpatient extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
        return inner.request(service, request, deadline.dividedBy(4));
      }
    };
  }
}
