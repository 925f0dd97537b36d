package io.belfry.server.live;

import io.belfry.message.Topic;
import io.belfry.service.Cursor;
import io.belfry.service.Event;
import java.util.Map;

/** Where a listener is in the log. Safe for any thread. */
final class Place {

  private final String epoch;
  private final long least;
  private long offset;
  private Map<Topic, Long> ahead;

  /**
   * Makes a place.
   *
   * @param cursor what the listener has
   * @param least events with a lower seq are not wanted
   */
  Place(Cursor cursor, long least) {
    this.epoch = cursor.epoch();
    this.offset = cursor.offset();
    this.ahead = cursor.ahead();
    this.least = least;
  }

  static Place after(Cursor cursor) {
    return new Place(cursor, 1);
  }

  synchronized Cursor cursor() {
    return new Cursor(epoch, offset, ahead);
  }

  synchronized long offset() {
    return offset;
  }

  synchronized boolean wants(Event event) {
    return event.offset() > offset
        && event.seq() >= least
        && event.seq() > ahead.getOrDefault(event.topic(), 0L);
  }

  /** Everything wanted up to here has been told. */
  synchronized void reach(long newOffset) {
    offset = Math.max(offset, newOffset);
  }

  /** This is the end of the log, so that nothing can be ahead. */
  synchronized void reachEnd(long newOffset) {
    reach(newOffset);
    ahead = Map.of();
  }
}
