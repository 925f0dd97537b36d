package io.belfry.transport.delivery;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * The outstanding requests of one transport, with the clock that ends them, and threads of their
 * own for what is done with the answers: a continuation that takes its time holds up nobody. Safe
 * for any thread.
 */
public final class Requests implements AutoCloseable {

  private static final int IDLE_SECONDS = 1;
  private static final long FAR = TimeUnit.DAYS.toNanos(1);

  private final PendingReplies pending = new PendingReplies();
  private final ThreadPoolExecutor threads;
  private final Thread clock;
  private volatile boolean closed;

  /** When the clock looks next. */
  private volatile long wakeAt = System.nanoTime();

  /**
   * Makes an empty table and starts its clock.
   *
   * @param name what its threads are called
   */
  public Requests(String name) {
    AtomicInteger number = new AtomicInteger();
    // As many threads as there are answers whose continuations take their time. What comes after
    // the
    // end is done by whoever brings it, rather than by nobody.
    threads = new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> daemon(task, name + "-reply-" + number.incrementAndGet()),
        (task, pool) -> task.run());
    clock = daemon(this::watch, name + "-clock");
    clock.start();
  }

  /**
   * Enters a request and sends it.
   *
   * @param service whom it asks
   * @param deadline how long to wait for its answer
   * @param send sends it under the number that it is given; what it throws fails the request
   * @return the reply, on a thread of this table
   */
  public CompletionStage<Message> send(Address service, Duration deadline, LongConsumer send) {
    CompletableFuture<Message> answer = new CompletableFuture<>();
    CompletableFuture<Message> reply = new CompletableFuture<>();
    var unused = answer.whenCompleteAsync((value, thrown) -> bring(value, thrown, reply), threads);
    long number = pending.add(service, answer, deadline);
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

  /**
   * The threads that bring the answers, for other work that may take its time.
   *
   * @return an executor that never refuses
   */
  public Executor threads() {
    return threads;
  }

  /** Fails what is outstanding with {@code CLOSED}, and ends the threads when they are done. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(clock);
    pending.failAll(closed());
    threads.shutdown();
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

  private static void bring(Message value, Throwable thrown, CompletableFuture<Message> reply) {
    if (thrown != null) {
      reply.completeExceptionally(thrown);
    } else {
      reply.complete(value);
    }
  }

  private static TransportException closed() {
    return new TransportException(Category.CLOSED, "The transport was closed.");
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
