package io.belfry.packing;

import io.belfry.transport.Subscription;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whoever holds something that the wire does not know of. Before the wire is closed, each is closed
 * by itself, so that it can give back what it has not begun.
 */
final class Leaving implements AutoCloseable {

  private final Set<Holder> holders = ConcurrentHashMap.newKeySet();
  private final Duration timeout;

  Leaving(Duration timeout) {
    this.timeout = timeout;
  }

  /** One that has something to do when it is closed. */
  interface Holder extends Subscription {
    /** Tells what to do when it has been closed. */
    void onClosed(Runnable then);
  }

  <T extends Holder> T watched(T holder) {
    holders.add(holder);
    holder.onClosed(() -> holders.remove(holder));
    return holder;
  }

  /** At once, since each waits for its handler. */
  @Override
  public void close() {
    CountDownLatch left = new CountDownLatch(holders.size());
    for (Holder holder : Set.copyOf(holders)) {
      Thread leaving = new Thread(
          () -> {
            holder.close();
            left.countDown();
          },
          "packing-leaving");
      leaving.setDaemon(true);
      leaving.start();
    }
    try {
      left.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
