package io.belfry.client.listening;

import io.belfry.message.Topic;
import io.belfry.service.Event;
import java.util.TreeMap;

/** Where one topic stands. */
final class Track {

  final Topic topic;

  /** The seq that the listener gets next. */
  long next;

  /** The highest seq that there is known to be; below {@link #next} if nothing is missing. */
  long needed;

  /** The offset at or before which all below {@link #next} is. */
  long offset;

  /** Whether its repair is under way, or soon will be. */
  boolean isInRepair;

  /** What came before its turn. */
  final TreeMap<Long, Event> early = new TreeMap<>();

  Track(Topic topic, long next, long offset) {
    this.topic = topic;
    this.next = next;
    this.offset = offset;
  }

  boolean isComplete() {
    return next > needed;
  }

  /** The last one of those that are missing now. */
  long lastMissing() {
    return early.isEmpty() ? needed : Math.min(needed, early.firstKey() - 1);
  }

  /**
   * Whether an event can't be of the log that this topic was read from: what has been had already
   * is not behind what has been had already.
   */
  boolean isContradictedBy(Event event) {
    return event.seq() < next && event.offset() > offset;
  }
}
