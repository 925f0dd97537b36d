package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Waits for an answer as long as it pleases. */
@Breaks("rr05")
final class IgnoresDeadlines extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      @Override
      public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
        return inner.request(service, request, Duration.ofMinutes(1));
      }
    };
  }
}
