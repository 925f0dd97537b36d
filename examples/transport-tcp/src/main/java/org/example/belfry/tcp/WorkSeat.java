package org.example.belfry.tcp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A worker, as the hub knows it, and the work that it holds. Guarded by its queue. */
final class WorkSeat {

  private final Seat seat;
  private final int prefetch;
  private final Map<Long, Work> held = new HashMap<>();

  WorkSeat(Seat seat, int prefetch) {
    this.seat = seat;
    this.prefetch = prefetch;
  }

  boolean isFree() {
    return held.size() < prefetch;
  }

  boolean hasNothing() {
    return held.isEmpty();
  }

  /** Hands work over; false if the spoke has gone, which then will give all back. */
  boolean hand(Work work) {
    held.put(work.number(), work);
    return seat.give(work.frame());
  }

  Optional<Work> take(long number) {
    return Optional.ofNullable(held.remove(number));
  }

  Map<Long, Work> takeAll() {
    Map<Long, Work> all = Map.copyOf(held);
    held.clear();
    return all;
  }
}
