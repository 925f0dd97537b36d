package io.belfry.transport.delivery;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * The outstanding requests of one transport, with the clock that ends them. Safe for any thread.
 */
public final class Requests implements AutoCloseable {

  private static final long FAR = TimeUnit.DAYS.toNanos(1);

  private final PendingReplies pending;
  private final Thread clock;
  private volatile boolean closed;

  /** When the clock looks next. */
  private volatile long wakeAt = System.nanoTime();

  /**
   * Makes an empty table and starts its clock.
   *
   * @param name what its clock's thread is called
   * @param courier completes the replies
   */
  public Requests(String name, Executor courier) {
    pending = new PendingReplies(courier);
    clock = new Thread(this::watch, name);
    clock.setDaemon(true);
    clock.start();
  }

  /**
   * Enters a request and sends it.
   *
   * @param service whom it asks
   * @param deadline how long to wait for its answer
   * @param send sends it under the number that it is given; what it throws fails the request
   * @return the reply, on a thread of the courier
   */
  public CompletionStage<Message> send(Address service, Duration deadline, LongConsumer send) {
    CompletableFuture<Message> reply = new CompletableFuture<>();
    long number = pending.add(service, reply, deadline);
    wakeBy(System.nanoTime() + Math.min(FAR, TimeUnit.NANOSECONDS.convert(deadline)));
    try {
      send.accept(number);
    } catch (TransportException e) {
      pending.fail(number, e);
    }
    if (closed) {
      pending.failAll(closed()); // Closed meanwhile, by another thread, which may have missed this.
    }
    return reply;
  }

  /**
   * Brings what a request has come to. Too late, twice or for nobody, it is harmless.
   *
   * @param number the request's number
   * @param outcome the reply or the failure
   */
  public void complete(long number, Outcome outcome) {
    if (outcome.isOk()) {
      pending.complete(number, outcome.message());
    } else {
      pending.fail(number, outcome.exception());
    }
  }

  /**
   * Fails a request.
   *
   * @param number the request's number
   * @param failure why
   */
  public void fail(long number, TransportException failure) {
    pending.fail(number, failure);
  }

  /**
   * Fails all requests that are outstanding now.
   *
   * @param failure why
   */
  public void failAll(TransportException failure) {
    pending.failAll(failure);
  }

  /** Fails what is outstanding with {@code CLOSED}, and ends the clock. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(clock);
    pending.failAll(closed());
  }

  /** The clock: the table is looked through when the first deadline passes, and not before. */
  private void watch() {
    while (!closed) {
      wakeAt = System.nanoTime() + FAR;
      wakeBy(System.nanoTime() + Math.min(FAR, pending.expire()));
      while (!closed && wakeAt - System.nanoTime() > 0) {
        LockSupport.parkNanos(this, wakeAt - System.nanoTime());
      }
    }
  }

  /** Sees to it that the clock looks at that time at the latest. */
  private synchronized void wakeBy(long time) {
    if (time - wakeAt < 0) {
      wakeAt = time;
      LockSupport.unpark(clock);
    }
  }

  private static TransportException closed() {
    return new TransportException(Category.CLOSED, "The transport was closed.");
  }
}
