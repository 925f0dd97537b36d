package io.belfry.server.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Whose turn it is: domains take turns, so that one with many mailboxes, or a slow one, holds up no
 * other; and what is not due yet waits aside. For one thread.
 */
final class Lanes {

  private static final long MINUTE = 60_000;

  private final int most;
  private final int together;
  private final long interval;
  private final Map<String, Lane> lanes = new HashMap<>();
  private final Deque<Lane> turns = new ArrayDeque<>();
  private final PriorityQueue<Waiting> later =
      new PriorityQueue<>(Comparator.comparingLong(Waiting::until));
  private int size;

  Lanes(DeliveryConfig config) {
    this.most = config.forDomain();
    this.together = config.together();
    int eachMinute = config.forDomainEachMinute();
    this.interval = eachMinute == 0 ? 0 : Math.max(1, MINUTE / eachMinute);
  }

  /** How many are there, due or not. */
  int size() {
    return size;
  }

  /** Queues a box, unless it is there already. */
  void add(Box box, long now) {
    if (!box.isQueued) {
      box.isQueued = true;
      size++;
      place(box, now);
    }
  }

  /**
   * Takes boxes out that are due, as far as their domains have room: in groups of those that can
   * have the same notice. The turn of each group must be given back.
   */
  List<List<Box>> take(int limit, long now) {
    admit(now);
    List<List<Box>> taken = new ArrayList<>();
    int inVain = 0; // Lanes in a row that are closed.
    while (inVain < turns.size() && taken.size() < limit) {
      Lane lane = turns.remove();
      if (lane.isOpen(now)) {
        taken.add(takeFrom(lane, now));
        inVain = 0;
      } else {
        inVain++;
      }
      if (lane.ready.isEmpty()) {
        lane.isWaiting = false;
        drop(lane, now);
      } else {
        turns.add(lane);
      }
    }
    return taken;
  }

  /** Gives a turn back. */
  void done(String domain, long now) {
    Lane lane = lanes.get(domain);
    if (lane != null) {
      lane.underWay--;
      drop(lane, now);
    }
  }

  /** When to look again; {@code Long.MAX_VALUE} if nothing waits for a time. */
  long nextDue(long now) {
    long next = later.isEmpty() ? Long.MAX_VALUE : later.element().until();
    if (interval > 0) {
      for (Lane lane : turns) {
        next = lane.underWay < most ? Math.min(next, Math.max(now, lane.openAt)) : next;
      }
    }
    return next;
  }

  private static boolean isPlain(Box box) {
    return box.isConfirmed && box.planned == 0 && box.tries == 0;
  }

  private List<Box> takeFrom(Lane lane, long now) {
    Box first = lane.ready.remove();
    List<Box> group = new ArrayList<>(List.of(first));
    Iterator<Box> others = isPlain(first) ? lane.ready.iterator() : Collections.emptyIterator();
    while (group.size() < together && others.hasNext()) {
      Box each = others.next();
      if (isPlain(each) && each.filter.equals(first.filter) && each.position == first.position) {
        others.remove();
        group.add(each);
      }
    }
    group.forEach(this::leave);
    lane.underWay++;
    lane.openAt = now + interval;
    return group;
  }

  private void leave(Box box) {
    box.isQueued = false;
    size--;
  }

  private void admit(long now) {
    while (!later.isEmpty() && later.element().until() <= now) {
      place(later.remove().box(), now);
    }
  }

  private void place(Box box, long now) {
    if (box.due > now) {
      later.add(new Waiting(box, box.due));
      return;
    }
    Lane lane = lanes.computeIfAbsent(box.domain, domain -> new Lane(domain));
    lane.ready.add(box);
    if (!lane.isWaiting) {
      lane.isWaiting = true;
      turns.add(lane);
    }
  }

  private void drop(Lane lane, long now) {
    if (lane.ready.isEmpty() && lane.underWay == 0 && lane.openAt <= now) {
      lanes.remove(lane.domain);
    }
  }

  /** A box that waits; its own time may have changed since. */
  private record Waiting(Box box, long until) {}

  /** The boxes of a domain. */
  private final class Lane {
    private final String domain;
    private final Deque<Box> ready = new ArrayDeque<>();
    private int underWay;
    private long openAt;
    private boolean isWaiting;

    Lane(String domain) {
      this.domain = domain;
    }

    boolean isOpen(long now) {
      return !ready.isEmpty() && underWay < most && openAt <= now;
    }
  }
}
