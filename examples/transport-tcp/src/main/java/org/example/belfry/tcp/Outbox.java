package org.example.belfry.tcp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be written to a connection. It is bounded by bytes, so that a peer that reads
 * nothing costs no more than that. Safe for any thread.
 */
final class Outbox {

  private record Waiting(byte[] frame, long since) {}

  private final int bound;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Condition emptied = lock.newCondition();
  private final Queue<Waiting> queue = new ArrayDeque<>();
  private int bytes;
  private boolean closed;

  Outbox(int bound) {
    this.bound = bound;
  }

  /**
   * Adds a frame, and waits for room; but not where the oldest frame has waited that long already.
   * So a peer that takes one frame now and then does not slow down everybody who sends to it.
   *
   * @return whether it was taken: false if there was no room in time, or the outbox is closed
   */
  boolean put(byte[] frame, Duration patience) {
    long begun = System.nanoTime();
    lock.lock();
    try {
      while (!closed && bytes >= bound) {
        long now = System.nanoTime();
        long waited = now - begun;
        long oldestWaited = now - queue.element().since();
        long left = patience.toNanos() - Math.max(waited, oldestWaited);
        if (left <= 0) {
          return false;
        }
        emptied.awaitNanos(left);
      }
      return add(frame);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Adds a frame without waiting. For what the other side must get, however much the application
   * sends: there is as much room again for it.
   *
   * @return whether it was taken
   */
  boolean offer(byte[] frame) {
    lock.lock();
    try {
      return bytes < 2 * bound && add(frame);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes the next frame, and waits for one.
   *
   * @return the frame; nothing if none has come in time, or the outbox is closed and empty
   */
  Optional<byte[]> take(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (!closed && queue.isEmpty() && left > 0) {
        left = filled.awaitNanos(left);
      }
      Optional<byte[]> next = Optional.ofNullable(queue.poll()).map(Waiting::frame);
      next.ifPresent(frame -> bytes -= frame.length);
      emptied.signalAll();
      return next;
    } finally {
      lock.unlock();
    }
  }

  boolean isEmpty() {
    lock.lock();
    try {
      return queue.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Takes nothing more; what waits can still be taken. */
  void close() {
    lock.lock();
    try {
      closed = true;
      filled.signalAll();
      emptied.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean add(byte[] frame) {
    if (closed) {
      return false;
    }
    queue.add(new Waiting(frame, System.nanoTime()));
    bytes += frame.length;
    filled.signal();
    return true;
  }
}
