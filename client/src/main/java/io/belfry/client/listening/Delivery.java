package io.belfry.client.listening;

import io.belfry.message.Topic;
import io.belfry.service.Cursor;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Snapshot;
import java.util.HashMap;
import java.util.Map;

/**
 * What the listener's thread is given, in order. Some are for the listener, and all tell how far it
 * has got once it has returned.
 */
sealed interface Delivery {

  /** The place from which it goes on. */
  record Beginning(String epoch, long offset, Map<Topic, Place> ahead) implements Delivery {

    /** After a cursor. */
    static Beginning after(Cursor cursor) {
      Map<Topic, Place> ahead = new HashMap<>();
      cursor.ahead().forEach((topic, seq) -> ahead.put(topic, new Place(seq, Place.ANYWHERE)));
      return new Beginning(cursor.epoch(), cursor.offset(), ahead);
    }
  }

  /** Where that is what was given of a topic. */
  record Located(Topic topic, Place place) implements Delivery {}

  /** The next event of its topic. */
  record OfEvent(Event event) implements Delivery {}

  /** The content of a topic, read when the log ended with the offset. */
  record OfSnapshot(Snapshot snapshot, long offset) implements Delivery {}

  /** Events that will not come, which were at or before the offset. */
  record OfGap(Gap gap, long offset) implements Delivery {}

  /** Everything up to the offset is in what was given before. */
  record Watermark(long offset) implements Delivery {}

  /** How many bytes of content it keeps in memory. */
  default int size() {
    if (this instanceof OfEvent one) {
      return one.event().content().payload().size();
    }
    return this instanceof OfSnapshot one ? one.snapshot().content().payload().size() : 0;
  }

  /** Whether the listener is called for it. */
  default boolean isForListener() {
    return this instanceof OfEvent || this instanceof OfSnapshot || this instanceof OfGap;
  }
}
