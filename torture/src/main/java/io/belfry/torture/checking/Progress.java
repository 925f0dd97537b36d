package io.belfry.torture.checking;

import io.belfry.torture.checking.Violation.Kind;
import io.belfry.torture.history.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** How far a subscriber has got in each topic, and what it has to get next. */
final class Progress {

  /** A hole of more than this is told by its beginning. */
  private static final int MOST_SKIPPED = 10_000;

  private final String actor;
  private final Ledger ledger;
  private final Findings findings;
  private final Map<String, Long> next = new HashMap<>();
  private final Map<String, Long> gapEnds = new HashMap<>();
  private final Set<Place> skipped = new LinkedHashSet<>();

  /** Topics that may begin with what was there before: the service knows how far, we don't. */
  private final Set<String> mayGoBack = new HashSet<>();

  private OptionalLong usualFirst = OptionalLong.empty();
  private long readyAt = Long.MAX_VALUE;

  Progress(String actor, Ledger ledger, Findings findings) {
    this.actor = actor;
    this.ledger = ledger;
    this.findings = findings;
  }

  /** Begins anew, each topic with this event. */
  void restart(OptionalLong first) {
    settle();
    next.clear();
    gapEnds.clear();
    mayGoBack.clear();
    usualFirst = first;
  }

  /** Goes on, each topic at or before where it stood. */
  void resume() {
    settle();
    mayGoBack.addAll(next.keySet());
  }

  /** Goes on with just that event of a topic. */
  void resumeAt(String topic, long seq) {
    next.put(topic, seq);
  }

  /** From here on, nothing may be missed even where the beginning is not known. */
  void ready(long at) {
    readyAt = Math.min(readyAt, at);
  }

  /** The last event of a topic that the subscriber has. */
  OptionalLong last(String topic) {
    Long seq = next.get(topic);
    if (seq != null) {
      return OptionalLong.of(seq - 1);
    }
    return usualFirst.isPresent()
        ? OptionalLong.of(usualFirst.getAsLong() - 1)
        : OptionalLong.empty();
  }

  boolean hasBegun(String topic) {
    return next.containsKey(topic);
  }

  void arrive(Place place) {
    OptionalLong last = last(place.topic());
    if (last.isEmpty()) {
      requireNoneSinceReady(place);
    } else if (place.seq() <= last.getAsLong()) {
      goBack(place);
      return;
    } else {
      skip(place, last.getAsLong() + 1);
    }
    mayGoBack.remove(place.topic());
    next.put(place.topic(), place.seq() + 1);
  }

  private void goBack(Place place) {
    if (skipped.remove(place)) {
      report(Kind.OUT_OF_ORDER, place, "it came after one with a higher seq.");
    } else if (mayGoBack.remove(place.topic())) {
      next.put(place.topic(), place.seq() + 1);
    } else if (place.seq() <= gapEnds.getOrDefault(place.topic(), 0L)) {
      report(Kind.FALSE_GAP, place, "it came though a gap had told that it would not.");
    } else {
      report(Kind.REPEATED, place, "it came once more.");
    }
  }

  private void skip(Place place, long from) {
    long most = Math.min(place.seq(), from + MOST_SKIPPED);
    for (long seq = from; seq < most; seq++) {
      skipped.add(new Place(place.epoch(), place.topic(), seq));
    }
  }

  private void requireNoneSinceReady(Place place) {
    ledger
        .range(place.epoch(), place.topic(), 1, place.seq() - 1)
        .filter(event -> ledger.intendedAt(event) > readyAt)
        .forEach(event ->
            report(Kind.LOST, event.place(), "it was published when the listening was ready."));
  }

  /** The listener was told that a topic has nothing up to this event. */
  void pass(Place last, long from) {
    last(last.topic())
        .ifPresent(before -> skip(new Place(last.epoch(), last.topic(), from), before + 1));
    mayGoBack.remove(last.topic());
    gapEnds.put(last.topic(), last.seq());
    next.put(last.topic(), last.seq() + 1);
  }

  /** What was passed over by now won't come in its turn any more. */
  void settle() {
    skipped.forEach(place -> report(Kind.LOST, place, "the one after it came, and it did not."));
    skipped.clear();
  }

  /** All is over: whatever of a topic has not come is lost. */
  void requireAll(String epoch, String topic) {
    long head = ledger.head(epoch, topic);
    OptionalLong last = last(topic);
    if (last.isEmpty()) {
      requireNoneSinceReady(new Place(epoch, topic, head + 1));
    } else if (last.getAsLong() < head) {
      report(
          Kind.LOST,
          new Place(epoch, topic, last.getAsLong() + 1),
          "it did not come, and nothing after it; the last one there is has the seq " + head + ".");
    }
  }

  private void report(Kind kind, Place place, String sentence) {
    findings.add(kind, actor, place.topic(), place.seq(), sentence);
  }
}
