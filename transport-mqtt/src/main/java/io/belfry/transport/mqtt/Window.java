package io.belfry.transport.mqtt;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many messages may be on their way at once. Safe for any thread. */
final class Window {

  private static final int PLENTY = 1 << 24;

  private final int size;
  private final Semaphore room;

  Window(int size) {
    this.size = size;
    this.room = new Semaphore(size);
  }

  boolean tryEnter() {
    return room.tryAcquire();
  }

  /** Waits for room; false if there was none in time, or the thread was interrupted. */
  boolean enter(Duration patience) {
    return take(1, patience);
  }

  void leave() {
    room.release();
  }

  /** Waits until nothing is on its way; false if that did not happen in time. */
  boolean awaitEmpty(Duration patience) {
    boolean isEmpty = take(size, patience);
    if (isEmpty) {
      room.release(size);
    }
    return isEmpty;
  }

  /** Lets in whoever waits, and all to come: there is nothing left that could be too much. */
  void abandon() {
    room.release(PLENTY);
  }

  private boolean take(int permits, Duration patience) {
    try {
      return room.tryAcquire(permits, patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
