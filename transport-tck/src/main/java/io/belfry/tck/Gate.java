package io.belfry.tck;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds whoever comes until it is opened, which the end of the test does in any case. */
final class Gate {

  private final Patience patience;
  private final CountDownLatch open = new CountDownLatch(1);
  private final AtomicInteger held = new AtomicInteger();

  Gate(Patience patience) {
    this.patience = patience;
  }

  /** Blocks until the gate is open. Deaf to interruption, as the worst handler is. */
  void pass() {
    held.incrementAndGet();
    boolean interrupted = false;
    while (true) {
      try {
        open.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  void open() {
    open.countDown();
  }

  /** Waits until so many have come to the gate. */
  void awaitHeld(int count) {
    patience.until(count + " handlers were at work", () -> held.get() >= count);
  }
}
