package io.belfry.client.listening;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is to be done outside of a lock, by whoever leaves it, one at a time and in order. What adds
 * to it while it is being done only adds: so a service that answers at once makes no deep stack.
 */
final class Errands {

  private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();

  void add(Runnable errand) {
    waiting.add(errand);
  }

  void run() {
    if (count.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
        next.run();
      }
      seen = count.addAndGet(-seen);
    } while (seen != 0);
  }
}
