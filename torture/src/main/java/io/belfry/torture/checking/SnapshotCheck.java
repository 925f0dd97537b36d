package io.belfry.torture.checking;

import io.belfry.torture.checking.Violation.Kind;
import io.belfry.torture.history.Entry.Created;
import io.belfry.torture.history.Entry.Shown;
import io.belfry.torture.history.History;
import io.belfry.torture.history.Line;
import io.belfry.torture.history.Place;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether snapshots are what the events make, and not older than they may be. */
final class SnapshotCheck {

  private final Map<String, Boolean> isAppending = new HashMap<>();
  private final Map<String, Long> creations = new HashMap<>();
  private final Ledger ledger;
  private final Acknowledgements acknowledgements;
  private final Findings findings;

  SnapshotCheck(
      Collection<History> histories,
      Ledger ledger,
      Acknowledgements acknowledgements,
      Findings findings) {
    this.ledger = ledger;
    this.acknowledgements = acknowledgements;
    this.findings = findings;
    for (History history : histories) {
      history.lines().forEach(this::learn);
    }
  }

  private void learn(Line line) {
    if (line.entry() instanceof Created created) {
      isAppending.put(created.topic(), created.isAppending());
      creations.merge(created.topic(), line.at(), Math::min);
    }
  }

  /** When a topic was there for certain, in milliseconds. */
  long createdAt(String topic) {
    return creations.getOrDefault(topic, Long.MAX_VALUE);
  }

  void check(String actor, Shown shown, long begunAt) {
    long first = isAppending.getOrDefault(shown.topic(), false) ? shown.first() : shown.seq();
    List<Known> events = shown.seq() == 0
        ? List.of()
        : ledger.range(shown.epoch(), shown.topic(), first, shown.seq()).toList();
    if (events.size() != (shown.seq() == 0 ? 0 : shown.seq() - first + 1)) {
      report(Kind.INVENTED, actor, shown, "nobody knows of all the events in the snapshot.");
      return;
    }
    String content = events.stream().map(Known::content).collect(Collectors.joining("\n"));
    if (!content.equals(shown.content())) {
      report(
          Kind.WRONG_SNAPSHOT,
          actor,
          shown,
          "the snapshot's content '" + Ledger.brief(shown.content())
              + "' is not that of the events from " + first + " on.");
    }
    requireFresh(actor, shown, begunAt);
  }

  private void requireFresh(String actor, Shown shown, long begunAt) {
    Place next = new Place(shown.epoch(), shown.topic(), shown.seq() + 1);
    if (acknowledgements.acknowledgedAt(next).orElse(Long.MAX_VALUE) < begunAt) {
      report(
          Kind.STALE_SNAPSHOT,
          actor,
          shown,
          "the event after the snapshot had been acknowledged before it was asked for.");
    }
  }

  private void report(Kind kind, String actor, Shown shown, String sentence) {
    findings.add(kind, actor, shown.topic(), shown.seq(), sentence);
  }
}
