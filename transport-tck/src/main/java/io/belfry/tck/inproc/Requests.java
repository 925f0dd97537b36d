package io.belfry.tck.inproc;

import io.belfry.message.Address;
import io.belfry.message.Message;
import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.PendingReplies;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The outstanding requests of one transport, and the threads that bring their answers. */
final class Requests {

  private static final int TICK_MILLIS = 5;
  private static final int IDLE_SECONDS = 1;

  private final PendingReplies pending = new PendingReplies();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "inproc-clock"));

  /**
   * As many threads as there are answers whose continuations take their time. What comes after the
   * end is done by whoever brings it, rather than by nobody.
   */
  private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
      0,
      Integer.MAX_VALUE,
      IDLE_SECONDS,
      TimeUnit.SECONDS,
      new SynchronousQueue<>(),
      task -> daemon(task, "inproc-reply"),
      (task, pool) -> task.run());

  Requests() {
    var unused =
        clock.scheduleAtFixedRate(pending::expire, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  CompletionStage<Message> send(
      Service service, Address address, Message request, Duration deadline) {
    CompletableFuture<Message> answer = new CompletableFuture<>();
    CompletableFuture<Message> reply = new CompletableFuture<>();
    var unused =
        answer.whenCompleteAsync((message, failure) -> bring(message, failure, reply), threads);
    long number = pending.add(address, answer, deadline);
    if (clock.isShutdown()) {
      pending.failAll(closed()); // Closed meanwhile, by another thread, which may have missed this.
    } else {
      service.ask(new Question(Parcel.of(request), pending, number));
    }
    return reply;
  }

  /** Fails what is outstanding, then closes all the rest at once: the time-outs must not add up. */
  void close(Collection<InprocSubscription> subscriptions) {
    clock.shutdownNow();
    pending.failAll(closed());
    CompletableFuture<?>[] closings = subscriptions.stream()
        .map(subscription -> CompletableFuture.runAsync(subscription::close, threads))
        .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(closings).join();
    threads.shutdown();
  }

  private static void bring(Message message, Throwable failure, CompletableFuture<Message> reply) {
    if (failure != null) {
      reply.completeExceptionally(failure);
    } else {
      reply.complete(message);
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
