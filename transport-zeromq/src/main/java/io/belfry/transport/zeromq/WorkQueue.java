package io.belfry.transport.zeromq;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A queue of the hub, in memory. Work goes to whoever has room, in turn; what waits for room
 * travels together, in fair shares, so that a busy queue costs less for each piece than an idle
 * one.
 *
 * <p>One thread at a time hands out, and no other waits for it: whoever comes meanwhile leaves
 * word, and the one who hands out looks again.
 */
final class WorkQueue {

  private static final Logger LOG = System.getLogger(WorkQueue.class.getName());
  private static final int MAX_SHARE = 128;

  private final String name;
  private final int bound;
  private final int redeliveryLimit;
  private final List<Worker> workers = new CopyOnWriteArrayList<>();
  private final ReentrantLock handingOut = new ReentrantLock();
  private volatile boolean lookAgain;

  /** Guarded by itself. */
  private final Deque<Work> waiting = new ArrayDeque<>();

  /** For whoever hands out alone. */
  private int turn;

  WorkQueue(String name, int bound, int redeliveryLimit) {
    this.name = name;
    this.bound = bound;
    this.redeliveryLimit = redeliveryLimit;
  }

  /** Adds work, and waits for room until the deadline; false if there is none. */
  boolean push(Work work, long deadline) throws InterruptedException {
    synchronized (waiting) {
      while (waiting.size() >= bound) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(waiting, left);
      }
      waiting.addLast(work);
    }
    dispatch();
    return true;
  }

  /** Adds work if there is room. */
  boolean offer(Work work) {
    synchronized (waiting) {
      if (waiting.size() >= bound) {
        return false;
      }
      waiting.addLast(work);
    }
    dispatch();
    return true;
  }

  void join(Worker worker) {
    workers.add(worker);
    dispatch();
  }

  /** The worker takes nothing more; what it has not finished goes to others, before all else. */
  void leave(Worker worker) {
    workers.remove(worker);
    putBack(worker.takeBack());
    dispatch();
  }

  /** The worker has done as many as it says, in the order in which it got them. */
  void done(Worker worker, long count) {
    worker.finish(count);
    dispatch();
  }

  /** The worker has failed at the first of what it holds. */
  void failed(Worker worker) {
    worker.finishFirst().ifPresent(this::retry);
    dispatch();
  }

  /** Hands out what waits to those who have room. */
  void dispatch() {
    lookAgain = true;
    while (lookAgain && handingOut.tryLock()) {
      try {
        lookAgain = false;
        handOut();
      } finally {
        handingOut.unlock();
      }
    }
  }

  private void handOut() {
    // Only with work at hand, or a turn would pass without it, and with it always to the same one.
    while (hasWaiting()) {
      Worker next = nextWithRoom();
      if (next == null) {
        return;
      }
      List<Work> share = takeShare(next.room());
      if (share.isEmpty()) {
        return;
      }
      if (!next.give(share)) {
        putBack(share);
        workers.remove(next);
        putBack(next.takeBack());
      }
    }
  }

  private List<Work> takeShare(int room) {
    synchronized (waiting) {
      boolean wasFull = waiting.size() >= bound;
      int fair = Math.max(1, waiting.size() / Math.max(1, free()));
      int size = Math.min(Math.min(MAX_SHARE, room), Math.min(fair, waiting.size()));
      List<Work> share = new ArrayList<>(Math.max(0, size));
      for (int i = 0; i < size; i++) {
        share.add(waiting.removeFirst());
      }
      if (wasFull) {
        waiting.notifyAll();
      }
      return share;
    }
  }

  private boolean hasWaiting() {
    synchronized (waiting) {
      return !waiting.isEmpty();
    }
  }

  private int free() {
    int free = 0;
    for (Worker worker : workers) {
      free += worker.room() > 0 ? 1 : 0;
    }
    return free;
  }

  private @Nullable Worker nextWithRoom() {
    Object[] all = workers.toArray();
    for (int i = 0; i < all.length; i++) {
      Worker worker = (Worker) all[(turn++ & Integer.MAX_VALUE) % all.length];
      if (worker.room() > 0) {
        return worker;
      }
    }
    return null;
  }

  private void retry(Work work) {
    if (work.fail() <= redeliveryLimit) {
      putBack(List.of(work));
    } else {
      LOG.log(
          Level.WARNING, "Work of queue ''{0}'' failed {1} times; given up", name, redeliveryLimit);
    }
  }

  private void putBack(List<Work> work) {
    synchronized (waiting) {
      for (int i = work.size() - 1; i >= 0; i--) {
        waiting.addFirst(work.get(i));
      }
    }
  }
}
