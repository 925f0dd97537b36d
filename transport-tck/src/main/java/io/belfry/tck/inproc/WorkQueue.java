package io.belfry.tck.inproc;

import io.belfry.transport.Capabilities;
import io.belfry.transport.Capability;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.PriorityQueue;

/** Work that waits and workers that take turns. Safe for any thread. */
final class WorkQueue {

  /**
   * One piece of work.
   *
   * @param parcel the message
   * @param number its rank in the order of pushing
   */
  record Work(Parcel parcel, long number) {
    private static final int USUAL = 4;

    int priority() {
      return parcel.message().priority().orElse(USUAL);
    }
  }

  private static final Comparator<Work> HIGHEST_THEN_OLDEST =
      Comparator.comparingInt(Work::priority).reversed().thenComparingLong(Work::number);

  private final boolean isStored;
  private final boolean isRedelivered;
  private final PriorityQueue<Work> waiting = new PriorityQueue<>(HIGHEST_THEN_OLDEST);
  private final Deque<Worker> workers = new ArrayDeque<>();
  private long pushed;

  WorkQueue(Capabilities capabilities) {
    isStored = capabilities.has(Capability.STORED_WORK);
    isRedelivered = capabilities.has(Capability.REDELIVERY);
  }

  /** Takes the work, unless nobody is there to do it and it can't wait. */
  synchronized boolean push(Parcel parcel) {
    if (workers.isEmpty() && !isStored) {
      return false;
    }
    waiting.add(new Work(parcel, pushed++));
    dispatch();
    return true;
  }

  synchronized void join(Worker worker) {
    workers.add(worker);
    dispatch();
  }

  synchronized void leave(Worker worker) {
    workers.remove(worker);
  }

  /** Takes back what was not begun, in its old place. */
  synchronized void giveBack(Collection<Work> rest) {
    waiting.addAll(rest);
    dispatch();
  }

  /** Lets what failed be done again, after all that waits now. */
  synchronized void failed(Work work) {
    if (isRedelivered) {
      waiting.add(new Work(work.parcel(), pushed++));
      dispatch();
    }
  }

  synchronized void finished(Worker worker) {
    worker.release();
    dispatch();
  }

  private void dispatch() {
    while (!waiting.isEmpty()) {
      Optional<Worker> free = workers.stream().filter(Worker::isFree).findFirst();
      if (free.isEmpty()) {
        return;
      }
      free.get().take(waiting.remove());
      goLast(free.get());
    }
  }

  private void goLast(Worker worker) {
    workers.remove(worker);
    workers.add(worker);
  }
}
