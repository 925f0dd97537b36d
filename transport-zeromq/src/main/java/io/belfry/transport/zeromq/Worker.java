package io.belfry.transport.zeromq;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Who takes work from a queue of the hub. What it holds is kept until it is done, so that it can be
 * given to another. Safe for any thread.
 */
abstract class Worker {

  private final int prefetch;
  private final Deque<Work> held = new ArrayDeque<>();
  private boolean hasLeft;

  Worker(int prefetch) {
    this.prefetch = prefetch;
  }

  /** Brings the work to the worker; false if it can't be reached any more. */
  abstract boolean send(List<Work> work);

  /** How much it may be given now. */
  synchronized int room() {
    return prefetch - held.size();
  }

  /** Gives it work; false if it has left or can't be reached, so that it does not have it. */
  final synchronized boolean give(List<Work> work) {
    if (hasLeft) {
      return false;
    }
    held.addAll(work);
    if (send(work)) {
      return true;
    }
    work.forEach(piece -> held.removeLast());
    return false;
  }

  /** The first of what it holds is finished, one way or the other; empty if it holds nothing. */
  final synchronized Optional<Work> finishFirst() {
    return Optional.ofNullable(held.pollFirst());
  }

  /** As many of what it holds are finished. */
  final synchronized void finish(long count) {
    for (long i = Math.min(count, held.size()); i > 0; i--) {
      held.removeFirst();
    }
  }

  /** Takes away all that it holds; it gets nothing more. */
  final synchronized List<Work> takeBack() {
    hasLeft = true;
    List<Work> all = new ArrayList<>(held);
    held.clear();
    return all;
  }
}
