package io.belfry.packing.lane;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import io.belfry.transport.delivery.Courier;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The way of messages to one destination. One that finds nothing on its way is sent by the thread
 * that brings it, at once and plain. Others gather behind it, and leave together as soon as the
 * wire takes the next message; nothing is ever held back in the hope of more. Keeps the order in
 * which it is given things. Safe for any thread.
 *
 * @param <T> what is carried
 */
public final class Lane<T> {

  /** So many batches may wait; then whoever brings more waits, too. */
  private static final int MOST_WAITING = 4;

  /** For longer than the wire lets a send wait. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  /** A send that took so long waited in vain, and those behind it would, too. */
  private static final long STUCK = TimeUnit.MILLISECONDS.toNanos(200);

  private final Load<T> load;
  private final Limits limits;
  private final Traffic traffic;
  private final Courier courier;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final ArrayDeque<Batch<T>> waiting = new ArrayDeque<>();

  /** Whether some thread is handing something to the wire. */
  private volatile boolean isSending;

  private boolean closed;

  Lane(Load<T> load, Limits limits, Courier courier) {
    this.load = load;
    this.limits = limits;
    this.traffic = new Traffic(limits);
    this.courier = courier;
  }

  /**
   * Whether nothing is on its way: then the caller puts his message on the wire by himself, and
   * calls {@link #sent} after that.
   *
   * @return true if it is the caller's turn
   */
  public boolean isMyTurn() {
    if (isSending) {
      return false; // As it mostly is where much is sent.
    }
    lock.lock();
    try {
      boolean isFree = waiting.isEmpty() && !isSending && !closed && traffic.isQuiet();
      if (isFree) {
        isSending = true;
        traffic.left();
      }
      return isFree;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Ends the turn.
   *
   * @param arrival completes when the message has arrived; complete if nobody will say
   */
  public void sent(CompletionStage<?> arrival) {
    boolean hasArrived = arrival.toCompletableFuture().isDone();
    boolean goesOn;
    lock.lock();
    try {
      isSending = false;
      if (hasArrived) {
        traffic.arrived();
      }
      goesOn = hasNext();
    } finally {
      lock.unlock();
    }
    if (goesOn) {
      courier.threads().execute(this::sendWaiting);
    }
    if (!hasArrived) {
      arrival.whenComplete((nothing, failure) -> goOn(traffic::arrived));
    }
  }

  /**
   * Adds something behind what is on its way. Blocks while the lane is full.
   *
   * @param item what is to be sent
   * @return completes when it has arrived, with all that travels with it
   */
  public CompletionStage<Void> add(T item) {
    boolean goesOn = false;
    lock.lock();
    try {
      int size = load.size(item);
      boolean isAlone = load.isAlone(item) || size > limits.bytes();
      if (!awaitRoom(size, isAlone)) {
        return (closed ? closed() : full()).asStage();
      }
      Batch<T> last = waiting.getLast();
      last.add(item, size);
      goesOn = hasNext();
      return last.arrival();
    } finally {
      lock.unlock();
      if (goesOn) {
        courier.threads().execute(this::sendWaiting);
      }
    }
  }

  /** Has what comes now gather until {@link #release}, if that comes soon: there will be more. */
  public void hold() {
    lock.lock();
    try {
      traffic.hold();
    } finally {
      lock.unlock();
    }
  }

  /** Has what has gathered leave. */
  public void release() {
    goOn(traffic::release);
  }

  /** Whether nothing has gone this way for long. */
  boolean hasRested() {
    lock.lock();
    try {
      return waiting.isEmpty() && !isSending && traffic.hasRested();
    } finally {
      lock.unlock();
    }
  }

  /** Takes nothing more, and fails what has not left by the end of the time. */
  void close(long nanos) {
    lock.lock();
    try {
      closed = true;
      moved.signalAll();
      long left = nanos;
      while ((!waiting.isEmpty() || isSending) && left > 0) {
        left = moved.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    failWaiting(closed());
  }

  /** Whether the last batch has room, which it got if it had none. */
  private boolean awaitRoom(int size, boolean isAlone) {
    long left = PATIENCE;
    while (!closed && left > 0) {
      Batch<T> last = waiting.peekLast();
      if (last != null && !isAlone && last.hasRoomFor(size, limits)) {
        return true;
      }
      if (waiting.size() < MOST_WAITING) {
        waiting.add(new Batch<>(isAlone));
        return true;
      }
      try {
        left = moved.awaitNanos(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  /** Whether something can leave, and it is up to the caller to see to it. */
  private boolean hasNext() {
    if (isSending
        || waiting.isEmpty()
        || traffic.isHeld()
        || (traffic.isPatient() && !traffic.mayLeave())) {
      return false;
    }
    isSending = true;
    return true;
  }

  private void sendWaiting() {
    sendWaiting(true);
  }

  private void sendWaiting(boolean hasTime) {
    for (Optional<Batch<T>> next = next(hasTime); next.isPresent(); next = next(hasTime)) {
      send(next.get());
    }
  }

  private Optional<Batch<T>> next(boolean hasTime) {
    lock.lock();
    try {
      if (hasTime) {
        awaitArrival();
      }
      moved.signalAll();
      if (waiting.isEmpty() || !traffic.mayLeave()) {
        isSending = false;
        return Optional.empty();
      }
      traffic.left();
      return Optional.of(waiting.remove());
    } finally {
      lock.unlock();
    }
  }

  /** Where arrivals are waited for at all, and not for long, it is done here. */
  private void awaitArrival() {
    try {
      while (!traffic.isPatient() && !waiting.isEmpty() && !traffic.mayLeave()) {
        moved.awaitNanos(traffic.nanosToWait());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(Batch<T> batch) {
    long began = System.nanoTime();
    CompletionStage<?> arrival = handOver(batch);
    if (!arrival.toCompletableFuture().isDone()) {
      arrival.whenComplete((nothing, failure) -> {
        settle(batch, failure);
        goOn(traffic::arrived);
      });
      return;
    }
    lock.lock();
    try {
      traffic.arrived();
    } finally {
      lock.unlock();
    }
    arrival.whenComplete((nothing, failure) -> {
      settle(batch, failure);
      if (failure != null && System.nanoTime() - began > STUCK) {
        failWaiting(failure);
      }
    });
  }

  private CompletionStage<?> handOver(Batch<T> batch) {
    try {
      return load.send(batch.items());
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }

  /**
   * On whichever thread learned of it: what waits for that leaves from here. What has to wait for
   * more than that does so on another, since this one may have the next news to tell.
   */
  private void goOn(Runnable news) {
    if (hasNextAfter(news)) {
      sendWaiting(false);
      if (hasNextAfter(() -> {})) {
        courier.threads().execute(this::sendWaiting);
      }
    }
  }

  private boolean hasNextAfter(Runnable news) {
    lock.lock();
    try {
      news.run();
      moved.signalAll();
      return hasNext();
    } finally {
      lock.unlock();
    }
  }

  /** What the application hangs on it may take its time, which the lane has not. */
  private void settle(Batch<T> batch, @Nullable Throwable failure) {
    courier.execute(() -> batch.end(failure));
  }

  private void failWaiting(Throwable failure) {
    lock.lock();
    try {
      waiting.forEach(batch -> settle(batch, failure));
      waiting.clear();
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static TransportException closed() {
    return new TransportException(Category.CLOSED, "The transport was closed.");
  }

  private static TransportException full() {
    return new TransportException(
        Category.TIMED_OUT, "The wire takes no more: send less, or try again later.");
  }
}
