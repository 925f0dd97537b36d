package io.belfry.server;

import io.belfry.server.metrics.Meters;
import io.belfry.server.store.StoreException;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Where requests that have to wait for the store are worked on: by a few threads, with a bounded
 * number of them waiting. Safe for any thread.
 */
final class Desk implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Desk.class.getName());

  private static final Duration RETRY_AFTER = Duration.ofMillis(200);

  private static final int CLOSE_SECONDS = 5;

  private final ThreadPoolExecutor threads;
  private final Meters meters;

  Desk(int size, int bound, Meters meters) {
    this.meters = meters;
    AtomicInteger number = new AtomicInteger();
    this.threads = new ThreadPoolExecutor(
        size, size, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(bound), task -> {
          Thread thread = new Thread(task, "belfry-desk-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
    threads.allowCoreThreadTimeOut(true);
  }

  /** Works on a request soon; whatever it throws becomes a {@link ServiceException}. */
  <T> CompletionStage<T> ask(String operation, Supplier<T> work) {
    Request<T> request = new Request<>(operation, System.nanoTime(), new CompletableFuture<>());
    try {
      threads.execute(() -> work(work, request));
    } catch (RejectedExecutionException e) {
      refuse(
          request,
          threads.isShutdown()
              ? new ServiceException(Code.CLOSED, "The server is closed.")
              : ServiceException.busy(
                  "The server has too many requests waiting; try again soon.", RETRY_AFTER));
    }
    return request.answer();
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private <T> void work(Supplier<T> work, Request<T> request) {
    T result;
    try {
      result = work.get();
    } catch (Throwable e) { // An Error, too: nobody must wait in vain.
      refuse(request, of(e));
      return;
    }
    meters.answered(request.operation(), request.nanos());
    request.answer().complete(result);
  }

  private <T> void refuse(Request<T> request, ServiceException reason) {
    meters.failed(request.operation(), reason.code(), request.nanos());
    request.answer().completeExceptionally(reason);
  }

  private static ServiceException of(Throwable failure) {
    if (failure instanceof ServiceException refusal) {
      return refusal;
    }
    if (failure instanceof IllegalArgumentException wrong) {
      return new ServiceException(Code.BAD_REQUEST, String.valueOf(wrong.getMessage()), wrong);
    }
    if (failure instanceof StoreException trouble) {
      return of(trouble);
    }
    LOG.log(Level.ERROR, "A request failed", failure);
    return new ServiceException(Code.INTERNAL, "The server failed; its log says why.", failure);
  }

  /** What the database said is for the log alone. */
  private static ServiceException of(StoreException e) {
    // That the store is away is told once, by who watches it.
    Level level = e.kind() == StoreException.Kind.UNAVAILABLE ? Level.DEBUG : Level.WARNING;
    LOG.log(level, "A request failed: {0}", e.getMessage());
    return switch (e.kind()) {
      case UNAVAILABLE ->
        new ServiceException(
            Code.UNAVAILABLE, "The store can't be reached; nothing was done, try again later.", e);
      case UNKNOWN_OUTCOME ->
        new ServiceException(
            Code.UNKNOWN_OUTCOME, "The store failed; whether it was done is not known.", e);
      case SETUP, FAULT ->
        new ServiceException(Code.INTERNAL, "The server failed; its log says why.", e);
    };
  }

  /** What was asked, and since when. */
  private record Request<T>(String operation, long since, CompletableFuture<T> answer) {

    long nanos() {
      return System.nanoTime() - since;
    }
  }
}
