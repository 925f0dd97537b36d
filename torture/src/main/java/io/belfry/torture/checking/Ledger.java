package io.belfry.torture.checking;

import io.belfry.torture.checking.Violation.Kind;
import io.belfry.torture.history.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The log as the histories tell of it. */
final class Ledger {

  /**
   * A topic in one epoch.
   *
   * @param epoch the log's epoch
   * @param name the topic's name
   */
  record Column(String epoch, String name) {}

  private final Intents intents;
  private final Findings findings;
  private final Map<Column, NavigableMap<Long, Known>> events = new HashMap<>();
  private final Map<Column, NavigableMap<Long, Long>> seqsByOffset = new HashMap<>();
  private final Map<String, Known> byContent = new HashMap<>();

  Ledger(Intents intents, Findings findings) {
    this.intents = intents;
    this.findings = findings;
  }

  /** Takes in what an actor tells of an event, and compares it with what is known. */
  void learn(Known told) {
    Place place = told.place();
    Column column = new Column(place.epoch(), place.topic());
    Known known =
        events.computeIfAbsent(column, any -> new TreeMap<>()).putIfAbsent(place.seq(), told);
    if (known == null) {
      seqsByOffset
          .computeIfAbsent(column, any -> new TreeMap<>())
          .merge(told.offset(), place.seq(), Math::max);
      judge(told);
    } else {
      compare(known, told);
    }
  }

  private void judge(Known told) {
    boolean isIntended = intents
        .byContent(told.content())
        .filter(timed -> timed.intent().topic().equals(told.place().topic()))
        .isPresent();
    if (!isIntended) {
      report(Kind.INVENTED, told, "nobody has published '" + brief(told.content()) + "' here.");
    }
    Known other = byContent.putIfAbsent(told.content(), told);
    if (other != null) {
      report(
          Kind.PUBLISHED_TWICE,
          told,
          "'" + brief(told.content()) + "' is at " + other.place() + ", too, says " + other.actor()
              + ".");
    }
  }

  private void compare(Known known, Known told) {
    if (!known.content().equals(told.content())) {
      report(
          Kind.CHANGED,
          told,
          "the content is '" + brief(told.content()) + "', and for " + known.actor() + " it is '"
              + brief(known.content()) + "'.");
    } else if (known.offset() != told.offset()) {
      report(
          Kind.CHANGED,
          told,
          "the offset is " + told.offset() + ", and for " + known.actor() + " it is "
              + known.offset() + ".");
    }
  }

  private void report(Kind kind, Known told, String sentence) {
    findings.add(kind, told.actor(), told.place().topic(), told.place().seq(), sentence);
  }

  Optional<Known> at(Place place) {
    NavigableMap<Long, Known> column = events.get(new Column(place.epoch(), place.topic()));
    return Optional.ofNullable(column == null ? null : column.get(place.seq()));
  }

  /** Events of a topic from one seq to another, both included, as far as they are known. */
  Stream<Known> range(String epoch, String topic, long from, long to) {
    NavigableMap<Long, Known> column = events.get(new Column(epoch, topic));
    return column == null || to < from
        ? Stream.empty()
        : column.subMap(from, true, to, true).values().stream();
  }

  /** The last event of a topic, or 0. */
  long head(String epoch, String topic) {
    NavigableMap<Long, Known> column = events.get(new Column(epoch, topic));
    return column == null ? 0 : column.lastKey();
  }

  /** The last event of a topic that is not beyond an offset, or 0. */
  long lastUpTo(String epoch, String topic, long offset) {
    NavigableMap<Long, Long> seqs = seqsByOffset.get(new Column(epoch, topic));
    Map.Entry<Long, Long> last = seqs == null ? null : seqs.floorEntry(offset);
    return last == null ? 0 : last.getValue();
  }

  /** The epochs in which there are events. */
  Stream<String> epochs() {
    return events.keySet().stream().map(Column::epoch).distinct();
  }

  /** The topics of an epoch. */
  Stream<String> topics(String epoch) {
    return events.keySet().stream()
        .filter(column -> column.epoch().equals(epoch))
        .map(Column::name)
        .sorted();
  }

  /** All events, each topic's by rising seq. */
  Stream<Known> all() {
    return events.values().stream().flatMap(column -> column.values().stream());
  }

  /** When the publication of an event was begun, in milliseconds. */
  long intendedAt(Known event) {
    return intents.byContent(event.content()).map(Intents.Timed::at).orElse(0L);
  }

  static String brief(String content) {
    return content.length() > 40 ? content.substring(0, 40) + "..." : content;
  }
}
