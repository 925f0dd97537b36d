package io.belfry.transport.zeromq;

import io.belfry.message.Address;
import java.util.concurrent.ConcurrentHashMap;

/** The queues of a hub, made when they are first named. */
final class WorkQueues {

  private static final int MAX_QUEUES = 100_000;

  private final ConcurrentHashMap<String, WorkQueue> queues = new ConcurrentHashMap<>();
  private final int bound;
  private final int redeliveryLimit;

  WorkQueues(int bound, int redeliveryLimit) {
    this.bound = bound;
    this.redeliveryLimit = redeliveryLimit;
  }

  /**
   * The queue of this name.
   *
   * @throws IllegalArgumentException if it is no name, or there are too many queues already
   */
  WorkQueue named(String name) {
    WorkQueue queue = queues.get(name);
    return queue != null ? queue : make(new Address(name).name());
  }

  private WorkQueue make(String name) {
    if (queues.size() >= MAX_QUEUES) {
      throw new IllegalArgumentException("The hub has " + MAX_QUEUES + " queues; no more fit.");
    }
    return queues.computeIfAbsent(name, made -> new WorkQueue(made, bound, redeliveryLimit));
  }
}
