package io.belfry.transport.jms;

import io.belfry.transport.TransportException;
import io.belfry.transport.TransportException.Category;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The sends on one connection that the broker has not confirmed yet: at most so many. Safe for any
 * thread.
 */
final class InFlight {

  private final int most;
  private final Executor courier;
  private final Semaphore room;
  private final Set<Receipt> receipts = ConcurrentHashMap.newKeySet();
  private volatile @Nullable TransportException end;

  /** How many were settled so far. */
  private final AtomicLong settled = new AtomicLong();

  InFlight(int most, Executor courier) {
    this.most = most;
    this.courier = courier;
    this.room = new Semaphore(most);
  }

  /**
   * Enters a send, for which room is waited.
   *
   * @param isTold whether anybody wants to know that it went well
   * @throws TransportException with {@code TIMED_OUT} if there is none in time, or the reason if
   *     the connection has ended
   */
  Receipt enter(Deadline deadline, boolean isTold) {
    if (!room.tryAcquire() && !deadline.await(room::tryAcquire)) {
      throw new TransportException(
          Category.TIMED_OUT,
          "The broker has left " + most + " sends unconfirmed; this one was not sent.");
    }
    Receipt receipt = new Receipt(this, isTold);
    receipts.add(receipt);
    TransportException ended = end;
    if (ended != null) {
      withdraw(receipt); // Ended meanwhile, by another thread, which may have missed this one.
      throw ended;
    }
    return receipt;
  }

  /** The broker has it. */
  void confirm(Receipt receipt) {
    settle(receipt, null);
  }

  /** It went wrong; where the connection has ended, that is why. */
  void fail(Receipt receipt, TransportException failure) {
    TransportException ended = end;
    settle(receipt, ended == null ? failure : ended);
  }

  /** Takes out a send whose failure is told otherwise; false if it has been settled already. */
  boolean withdraw(Receipt receipt) {
    boolean wasIn = receipts.remove(receipt);
    if (wasIn) {
      settled.incrementAndGet();
      room.release();
    }
    return wasIn;
  }

  /** Fails all that is under way, and all that comes. */
  void end(TransportException why) {
    end = why;
    receipts.forEach(receipt -> settle(receipt, why));
  }

  /** Tells how it went; a second time it does nothing. */
  private void settle(Receipt receipt, @Nullable TransportException failure) {
    if (withdraw(receipt) && (receipt.isTold() || failure != null)) {
      receipt.hold(failure);
      courier.execute(receipt);
    }
  }

  /** Waits until all is settled, or the time has passed. */
  void awaitEmpty(Duration timeout) {
    Deadline deadline = Deadline.in(timeout);
    if (deadline.await((time, unit) -> room.tryAcquire(most, time, unit))) {
      room.release(most);
    }
  }

  boolean isEmpty() {
    return receipts.isEmpty();
  }

  /** A number that changes with every send that is settled. */
  long settled() {
    return settled.get();
  }
}
