package io.belfry.tck.broken;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.Transport;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbers requests modulo 1,000, so that a thousand more take the replies of others. */
@Breaks("rr02")
final class HasFewNumbers extends BrokenContract {

  @Override
  protected Transport broken(Transport healthy) {
    return new Altered(healthy) {
      private static final int NUMBERS = 1_000;

      private final AtomicInteger next = new AtomicInteger();
      private final Map<Integer, CompletableFuture<Message>> waiting = new ConcurrentHashMap<>();

      @Override
      public CompletionStage<Message> request(Address service, Message request, Duration deadline) {
        CompletableFuture<Message> reply = new CompletableFuture<>();
        int number = next.getAndIncrement() % NUMBERS;
        waiting.put(number, reply);
        inner.request(service, request, deadline).whenComplete((answer, failure) -> {
          if (failure == null) {
            waiting.get(number).complete(answer);
          } else {
            reply.completeExceptionally(failure);
          }
        });
        return reply;
      }
    };
  }
}
