package io.belfry.gateway.live;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All who follow a feed, and which of them it tells. Guarded by the feed. */
final class Crowd {

  private final Set<Follower> all = new LinkedHashSet<>();
  private final Set<Follower> live = new LinkedHashSet<>();

  void add(Follower follower) {
    all.add(follower);
  }

  /** Returns whether that was the last one. */
  boolean remove(Follower follower) {
    live.remove(follower);
    all.remove(follower);
    return all.isEmpty();
  }

  /** Has one told from now on, unless it has other things to do. */
  boolean letIn(Follower follower) {
    return follower.goLive() && live.add(follower);
  }

  List<Follower> all() {
    return List.copyOf(all);
  }

  List<Follower> live() {
    return List.copyOf(live);
  }

  /** Tells all who are told; whoever can't be told reads on by himself. */
  void tell(Told told) {
    Iterator<Follower> each = live.iterator();
    while (each.hasNext()) {
      if (!each.next().tell(told)) {
        each.remove();
      }
    }
  }
}
