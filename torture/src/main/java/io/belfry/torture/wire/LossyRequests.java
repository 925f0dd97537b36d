package io.belfry.torture.wire;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.RequestReply;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Loses requests and answers, repeats requests and holds them back. What is lost fails with a
 * time-out after a second at most: otherwise a run would be spent waiting.
 */
final class LossyRequests {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final RequestReply real;
  private final Dice dice;
  private final ScheduledExecutorService late;
  private final Map<Object, CompletableFuture<Message>> lost = new ConcurrentHashMap<>();

  LossyRequests(RequestReply real, Dice dice, ScheduledExecutorService late) {
    this.real = real;
    this.dice = dice;
    this.late = late;
  }

  CompletionStage<Message> send(Address service, Message request, Duration deadline) {
    return switch (dice.roll()) {
      case PASSED -> real.request(service, request, deadline);
      case DROPPED -> {
        if (dice.flip()) {
          ignore(real.request(service, request, deadline));
        }
        yield timedOut(deadline);
      }
      case DELAYED -> {
        // It comes when the requester has long given up, and perhaps asked again.
        sendLate(service, request, deadline);
        yield timedOut(deadline);
      }
      case REPEATED -> {
        sendLate(service, request, deadline);
        yield real.request(service, request, deadline);
      }
    };
  }

  private void sendLate(Address service, Message request, Duration deadline) {
    if (!late.isShutdown()) {
      var unused = late.schedule(
          () -> ignore(real.request(service, request, deadline)),
          dice.delayMicros() + patience(deadline).toNanos() / 1_000,
          TimeUnit.MICROSECONDS);
    }
  }

  private CompletionStage<Message> timedOut(Duration deadline) {
    CompletableFuture<Message> outcome = new CompletableFuture<>();
    Object ticket = new Object();
    lost.put(ticket, outcome);
    var unused = outcome.whenComplete((message, failure) -> lost.remove(ticket));
    if (late.isShutdown()) {
      outcome.completeExceptionally(closed());
    } else {
      var unusedTimer = late.schedule(
          () -> outcome.completeExceptionally(new TransportException(
              Category.TIMED_OUT, "The wire has lost the request, or its answer.")),
          patience(deadline).toMillis(),
          TimeUnit.MILLISECONDS);
    }
    return outcome;
  }

  private static Duration patience(Duration deadline) {
    return deadline.compareTo(PATIENCE) < 0 ? deadline : PATIENCE;
  }

  private static void ignore(CompletionStage<Message> answer) {
    answer.exceptionally(failure -> Message.of(""));
  }

  private static TransportException closed() {
    return new TransportException(Category.CLOSED, "The transport is closed.");
  }

  void close() {
    lost.values().forEach(outcome -> outcome.completeExceptionally(closed()));
  }
}
