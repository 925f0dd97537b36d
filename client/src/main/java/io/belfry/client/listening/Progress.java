package io.belfry.client.listening;

import io.belfry.message.Topic;
import io.belfry.service.Cursor;
import io.belfry.service.Gap;
import java.util.HashMap;
import java.util.Map;

/** How far the listener has got: what it has returned from is in. Safe for any thread. */
final class Progress {

  /** Before anything is known of the log. To go on from here is to get all there is. */
  static final Cursor NOWHERE = Cursor.at("none", 0);

  private final Map<Topic, Place> ahead = new HashMap<>();
  private String epoch = NOWHERE.epoch();
  private long offset;

  synchronized void returnedFrom(Delivery delivery) {
    if (delivery instanceof Delivery.OfEvent one) {
      put(one.event().topic(), one.event().seq(), one.event().offset());
    } else if (delivery instanceof Delivery.Watermark one) {
      offset = one.offset();
      ahead.values().removeIf(place -> place.offset() <= offset);
    } else if (delivery instanceof Delivery.OfSnapshot one) {
      put(one.snapshot().topic(), one.snapshot().seq(), one.offset());
    } else if (delivery instanceof Delivery.OfGap one) {
      pass(one.gap(), one.offset());
    } else if (delivery instanceof Delivery.Beginning one) {
      begin(one);
    } else if (delivery instanceof Delivery.Located one) {
      ahead.put(one.topic(), one.place());
    }
  }

  synchronized Cursor cursor() {
    Map<Topic, Long> seqs = new HashMap<>();
    ahead.forEach((topic, place) -> seqs.put(topic, place.seq()));
    return new Cursor(epoch, offset, seqs);
  }

  private void put(Topic topic, long seq, long at) {
    if (seq > 0) {
      ahead.put(topic, new Place(seq, at));
    }
  }

  private void pass(Gap gap, long at) {
    if (gap.reason() == Gap.Reason.NEW_LOG) {
      begin(new Delivery.Beginning(gap.epoch(), 0, Map.of()));
    } else {
      gap.topic().ifPresent(topic -> put(topic, gap.to(), at));
    }
  }

  private void begin(Delivery.Beginning beginning) {
    epoch = beginning.epoch();
    offset = beginning.offset();
    ahead.clear();
    ahead.putAll(beginning.ahead());
  }
}
