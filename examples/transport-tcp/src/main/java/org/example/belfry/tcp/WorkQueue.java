package org.example.belfry.tcp;

import io.belfry.message.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Work that waits, and workers that take turns. A worker holds no more than it has asked for, and
 * what it holds is kept here until it is done. Safe for any thread; a spoke that does not read
 * holds up this queue, and no other, until it is cut off.
 */
final class WorkQueue {

  private static final Logger LOG = System.getLogger(WorkQueue.class.getName());
  private static final int MAX_FAILURES = 10;

  private final String name;
  private final int bound;
  private final NavigableMap<Long, Work> waiting = new TreeMap<>();
  private final Deque<WorkSeat> workers = new ArrayDeque<>();
  private long end;

  WorkQueue(String name, int bound) {
    this.name = name;
    this.bound = bound;
  }

  /** Takes work; false if there is no room. */
  synchronized boolean push(Message message) {
    if (waiting.size() >= bound) {
      return false;
    }
    waiting.put(end, new Work(end, message, 0));
    end++;
    handOut();
    return true;
  }

  synchronized void join(WorkSeat worker) {
    workers.add(worker);
    handOut();
  }

  /** Gives the worker nothing more; what it holds, it will finish or send back. */
  synchronized void leave(WorkSeat worker) {
    workers.remove(worker);
  }

  /** The worker has gone with its connection: what it held goes to others, in its old place. */
  synchronized void lose(WorkSeat worker) {
    workers.remove(worker);
    waiting.putAll(worker.takeAll());
    handOut();
  }

  /** What has become of work, unless that is known already. */
  synchronized void settle(WorkSeat worker, long number, Kind verdict) {
    worker.take(number).ifPresent(work -> {
      switch (verdict) {
        case DONE -> {}
        case FAILED -> retry(work);
        default -> waiting.put(number, work); // It was not begun.
      }
    });
    handOut();
  }

  /** Whether a worker that has left has finished, too. */
  synchronized boolean isOver(WorkSeat worker) {
    return worker.hasNothing() && !workers.contains(worker);
  }

  /** Failed work is done again, after all that waits now; but not for ever. */
  private void retry(Work work) {
    if (work.failures() < MAX_FAILURES) {
      Work again = work.failedAndNow(end++);
      waiting.put(again.number(), again);
    } else {
      LOG.log(
          Level.WARNING, () -> "Work of '" + name + "' was dropped: it failed again and again.");
    }
  }

  private void handOut() {
    while (!waiting.isEmpty()) {
      Optional<WorkSeat> next = workers.stream().filter(WorkSeat::isFree).findFirst();
      if (next.isEmpty()) {
        return;
      }
      workers.remove(next.get());
      if (next.get().hand(waiting.pollFirstEntry().getValue())) {
        workers.addLast(next.get()); // Behind the others, whose turn it is now.
      }
    }
  }
}
