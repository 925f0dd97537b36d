package io.belfry.client.listening;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to be done at a later time. */
final class Agenda {

  /** When nothing is to be done. */
  static final long NEVER = Long.MAX_VALUE;

  private record Entry(long time, long number, Runnable task) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::time).thenComparingLong(Entry::number));
  private long count;

  void at(long time, Runnable task) {
    entries.add(new Entry(time, count++, task));
  }

  /** When the next one is due. */
  long next() {
    Entry first = entries.peek();
    return first == null ? NEVER : first.time();
  }

  /** Does what is due. */
  void runUntil(long now) {
    while (next() <= now) {
      entries.remove().task().run();
    }
  }

  void clear() {
    entries.clear();
  }
}
