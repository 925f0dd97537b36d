package io.belfry.client.listening;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Replayed;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Enters a page of the past into the ledger: what is new in it, each gap where it belongs. */
final class Pages {

  private final Ledger ledger;
  private final TopicFilter filter;

  /** The offset at or before which the page's gaps are. */
  private long bound;

  private final Map<Topic, Deque<Gap>> gaps = new HashMap<>();
  private final Map<Topic, Long> holes = new HashMap<>();
  private boolean isContradictory;

  Pages(Ledger ledger, TopicFilter filter) {
    this.ledger = ledger;
    this.filter = filter;
  }

  /**
   * Enters the page.
   *
   * @return what it leaves out without a word: for each such topic the seq that came too early
   */
  Map<Topic, Long> enter(Replayed page, long offset) {
    bound = offset;
    isContradictory = false;
    holes.clear();
    sort(page.gaps());
    for (Event event : page.events()) {
      if (filter.matches(event.topic())) {
        tellGaps(event.topic(), event.seq());
        enter(event);
      }
    }
    List.copyOf(gaps.keySet()).forEach(topic -> tellGaps(topic, Long.MAX_VALUE));
    return Map.copyOf(holes);
  }

  /** Whether the page told of events that can't be, if what was given before is of the same log. */
  boolean isContradictory() {
    return isContradictory;
  }

  private void sort(List<Gap> all) {
    gaps.clear();
    all.stream()
        .sorted(Comparator.comparingLong(Gap::to))
        .forEach(gap -> gap.topic()
            .filter(filter::matches)
            .ifPresent(
                topic -> gaps.computeIfAbsent(topic, same -> new ArrayDeque<>()).add(gap)));
  }

  private void enter(Event event) {
    Track track = ledger.track(event.topic());
    if (track == null) {
      // A page leaves nothing out, so this is the first after the watermark.
      track = ledger.open(event.topic(), event.seq(), event.offset());
    }
    isContradictory |= track.isContradictedBy(event);
    if (event.seq() == track.next) {
      ledger.give(track, event);
    } else if (event.seq() > track.next) {
      ledger.hold(track, event);
      holes.merge(event.topic(), event.seq(), Math::max);
    }
  }

  private void tellGaps(Topic topic, long before) {
    Deque<Gap> ofTopic = gaps.get(topic);
    while (ofTopic != null && !ofTopic.isEmpty() && ofTopic.getFirst().to() < before) {
      tell(topic, ofTopic.removeFirst());
    }
  }

  private void tell(Topic topic, Gap gap) {
    Track track = ledger.track(topic);
    if (track == null) {
      ledger.skip(ledger.open(topic, 1, bound), gap, bound);
    } else if (gap.to() >= track.next) {
      ledger.skip(track, Gap.expired(ledger.epoch(), topic, track.next, gap.to()), bound);
    } else if (gap.to() == track.next - 1) {
      ledger.locate(track, bound);
    }
  }
}
