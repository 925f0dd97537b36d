package io.belfry.transport.delivery;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Requests that wait for their reply, each under a number that travels with it. A reply that comes
 * twice, too late or for nobody finds nothing here, and is harmless. Safe for any thread.
 */
public final class PendingReplies {

  private record Pending(
      Address service, CompletableFuture<Message> reply, Duration deadline, long expiresAt) {}

  private final ConcurrentHashMap<Long, Pending> pending = new ConcurrentHashMap<>();

  private final Executor courier;

  /** Begins anywhere, so that a number from an earlier life of this process means nothing. */
  private final AtomicLong next = new AtomicLong(ThreadLocalRandom.current().nextLong());

  /**
   * Makes an empty table.
   *
   * @param courier completes the replies
   */
  public PendingReplies(Executor courier) {
    this.courier = courier;
  }

  /**
   * Enters a request before it is sent.
   *
   * @param service whom it asks, for the sentence of a time-out
   * @param reply what to complete
   * @param deadline how long to wait
   * @return the request's number
   */
  public long add(Address service, CompletableFuture<Message> reply, Duration deadline) {
    long number = next.getAndIncrement();
    long nanos = Math.max(0, TimeUnit.NANOSECONDS.convert(deadline));
    long expiresAt = System.nanoTime() + nanos;
    pending.put(number, new Pending(service, reply, Duration.ofNanos(nanos), expiresAt));
    return number;
  }

  /**
   * Completes a request.
   *
   * @param number the request's number
   * @param reply its answer
   * @return whether such a request was waiting
   */
  public boolean complete(long number, Message reply) {
    return end(number, request -> request.complete(reply));
  }

  /**
   * Fails a request.
   *
   * @param number the request's number
   * @param failure why
   * @return whether such a request was waiting
   */
  public boolean fail(long number, TransportException failure) {
    return end(number, request -> request.completeExceptionally(failure));
  }

  /**
   * Fails every request.
   *
   * @param failure why
   */
  public void failAll(TransportException failure) {
    pending.keySet().forEach(number -> fail(number, failure));
  }

  /**
   * Fails with {@code TIMED_OUT} what is past its deadline.
   *
   * @return the nanoseconds until the next deadline, when it is to be called again;
   *     {@code Long.MAX_VALUE} if none is known
   */
  public long expire() {
    long next = Long.MAX_VALUE;
    long now = System.nanoTime();
    for (Map.Entry<Long, Pending> entry : pending.entrySet()) {
      long left = entry.getValue().expiresAt() - now;
      if (left > 0) {
        next = Math.min(next, left);
      } else {
        fail(entry.getKey(), timedOut(entry.getValue()));
      }
    }
    return next;
  }

  /**
   * Whether no request waits.
   *
   * @return true if there is none
   */
  public boolean isEmpty() {
    return pending.isEmpty();
  }

  /**
   * How many requests wait.
   *
   * @return their number
   */
  public int size() {
    return pending.size();
  }

  private boolean end(long number, Consumer<CompletableFuture<Message>> how) {
    Pending request = pending.remove(number);
    if (request == null) {
      return false;
    }
    courier.execute(() -> how.accept(request.reply()));
    return true;
  }

  private static TransportException timedOut(Pending request) {
    return new TransportException(
        Category.TIMED_OUT,
        "There was no answer from '"
            + request.service()
            + "' within "
            + request.deadline().toMillis()
            + " ms.");
  }
}
