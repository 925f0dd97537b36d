package io.belfry.server.live;

import io.belfry.service.Cursor;
import io.belfry.service.Listening;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.transport.delivery.Backoff;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A listener in the process of the server. It has a thread only while there is something to tell.
 */
final class LocalListening implements Listening {

  private static final Logger LOG = System.getLogger(LocalListening.class.getName());

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  /** After so many events another listener gets the thread. */
  private static final int TURN = 500;

  /** What will be no better when it is tried again. */
  private static final Set<Code> FINAL = EnumSet.of(
      Code.BAD_REQUEST, Code.UNKNOWN_TOPIC, Code.FENCED, Code.UNKNOWN_SUBSCRIPTION, Code.CLOSED);

  /** Finds out where a listening begins. It may block, and is tried again when it fails. */
  @FunctionalInterface
  interface Opening {
    Follower open(Runnable wake);
  }

  private final Opening opening;
  private final Executor threads;
  private final Consumer<LocalListening> onEnd;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /** Held by the one thread whose turn it is. */
  private final ReentrantLock turn = new ReentrantLock();

  /** How often it was woken since it last had nothing to tell; above zero, a turn is due. */
  private final AtomicInteger wakings = new AtomicInteger();

  private volatile Optional<Follower> follower = Optional.empty();
  private volatile boolean isClosed;
  private int failures;

  LocalListening(Opening opening, Executor threads, Consumer<LocalListening> onEnd) {
    this.opening = opening;
    this.threads = threads;
    this.onEnd = onEnd;
  }

  void begin() {
    wake();
  }

  @Override
  public CompletionStage<Void> ready() {
    return ready.minimalCompletionStage();
  }

  @Override
  public CompletionStage<Void> ended() {
    return ended.minimalCompletionStage();
  }

  /** Where it is, once it has begun. */
  Optional<Cursor> place() {
    return follower.map(Follower::cursor);
  }

  @Override
  public Cursor cursor() {
    return place()
        .orElseThrow(() -> new ServiceException(
            Code.UNAVAILABLE, "The listening has not begun yet; wait until it is ready."));
  }

  @Override
  public boolean isInLogOrder() {
    return true;
  }

  @Override
  public void close() {
    end();
    awaitTurn();
    if (ended.complete(null)) {
      ready.completeExceptionally(
          new ServiceException(Code.CLOSED, "The listening was closed before it was ready."));
      onEnd.accept(this);
    }
  }

  /** Ends it for a reason. */
  void fail(ServiceException reason) {
    end();
    if (ended.completeExceptionally(reason)) {
      ready.completeExceptionally(reason);
      onEnd.accept(this);
    }
  }

  private void end() {
    isClosed = true;
    follower.ifPresent(Follower::end);
  }

  /** There is something to tell. */
  private void wake() {
    if (wakings.getAndIncrement() == 0) {
      threads.execute(this::run);
    }
  }

  private void run() {
    int seen = wakings.get();
    boolean hasMore = true;
    turn.lock();
    try {
      hasMore = !isClosed && work();
      failures = 0;
    } catch (RuntimeException e) {
      recover(e);
      return;
    } finally {
      turn.unlock();
    }
    if (hasMore || !wakings.compareAndSet(seen, 0)) {
      threads.execute(this::run);
    }
  }

  private boolean work() {
    Follower current = follower.orElse(null);
    if (current == null) {
      current = opening.open(this::wake);
      follower = Optional.of(current);
      if (isClosed) {
        current.end();
      }
      ready.complete(null);
    }
    for (int i = 0; i < TURN; i++) {
      if (!current.advance()) {
        return false;
      }
    }
    return true;
  }

  private void recover(RuntimeException failure) {
    if (failure instanceof ServiceException refusal && FINAL.contains(refusal.code())) {
      fail(refusal);
      return;
    }
    failures++;
    LOG.log(Level.DEBUG, "A listening is tried again", failure);
    CompletableFuture.delayedExecutor(
            Backoff.DEFAULTS.after(failures).toNanos(), TimeUnit.NANOSECONDS, threads)
        .execute(this::run);
  }

  private void awaitTurn() {
    if (turn.isHeldByCurrentThread()) {
      return;
    }
    try {
      if (turn.tryLock(CLOSE_TIMEOUT.toNanos(), TimeUnit.NANOSECONDS)) {
        turn.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
