package io.belfry.server.live;

import io.belfry.message.TopicFilter;
import io.belfry.server.log.EventLog;
import io.belfry.service.Cursor;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * One listener's place in the log. Up to date, it is handed what is new; behind, it reads. So a
 * slow one costs a queue of bounded length, and nobody else notices.
 *
 * <p>One thread at a time {@linkplain #advance moves} it; the tail hands over from another.
 */
final class Follower {

  /** How many events wait for a slow listener before it is left to read them from the log. */
  private static final int BOUND = 256;

  private static final int PAGE = 250;

  private final TopicFilter filter;
  private final EventLog log;
  private final Tail tail;
  private final Telling telling;
  private final Runnable wake;

  private volatile Place place;

  /** Guarded by this. */
  private final Queue<Event> waiting = new ArrayDeque<>();

  /** Guarded by this: whether the tail hands over. */
  private boolean isUpToDate;

  /**
   * Makes a follower that is behind.
   *
   * @param wake is called when there is something to be told
   */
  Follower(
      TopicFilter filter, Place place, EventLog log, Tail tail, Telling telling, Runnable wake) {
    this.filter = filter;
    this.place = place;
    this.log = log;
    this.tail = tail;
    this.telling = telling;
    this.wake = wake;
  }

  TopicFilter filter() {
    return filter;
  }

  Cursor cursor() {
    return place.cursor();
  }

  /** By the tail: here is the next event that matches. */
  synchronized void offer(Event event) {
    if (!isUpToDate) {
      return;
    }
    if (waiting.size() < BOUND) {
      waiting.add(event);
    } else {
      fallBehind();
    }
    wake.run();
  }

  /** From now on it reads. */
  synchronized void fallBehind() {
    isUpToDate = false;
    waiting.clear();
    wake.run();
  }

  /** From now on nothing is told. */
  void end() {
    telling.end();
    tail.leave(this);
  }

  /**
   * Tells the listener something, if there is anything new.
   *
   * @return whether there may be more
   */
  boolean advance() {
    if (telling.isOver()) {
      return false;
    }
    Optional<Event> next = next();
    if (next.isPresent()) {
      tell(next.get());
      return true;
    }
    synchronized (this) {
      if (isUpToDate) {
        return !waiting.isEmpty();
      }
    }
    read();
    return true;
  }

  private synchronized Optional<Event> next() {
    return Optional.ofNullable(waiting.poll());
  }

  private void read() {
    tail.leave(this);
    Replayed page = readPage();
    page.gaps().forEach(telling::gap);
    page.events().forEach(this::tell);
    if (telling.isOver()) {
      return;
    }
    place.reach(page.through());
    if (page.through() >= page.head()) {
      place.reachEnd(page.through());
      catchUp();
    }
  }

  private Replayed readPage() {
    Cursor from = cursor();
    try {
      return log.replay(new Replay.OfLog(filter, from.epoch(), from.offset(), PAGE));
    } catch (ServiceException e) {
      if (e.code() != Code.STALE_CURSOR) {
        throw e;
      }
      return anotherLog(from);
    }
  }

  /** An empty page to go on from: the beginning of a new log, or the end of a restored one. */
  private Replayed anotherLog(Cursor from) {
    telling.gap(Gap.newLog(log.epoch()));
    long start = from.epoch().equals(log.epoch()) ? log.head() : 0;
    place = Place.after(Cursor.at(log.epoch(), start));
    return readPage();
  }

  private void catchUp() {
    synchronized (this) {
      isUpToDate = true; // First, so that nothing that is handed over is thrown away.
    }
    if (!tail.join(this, place.offset())) {
      synchronized (this) {
        isUpToDate = false;
        waiting.clear();
      }
    }
  }

  private void tell(Event event) {
    if (!place.wants(event) || telling.event(event)) {
      place.reach(event.offset());
    }
  }
}
