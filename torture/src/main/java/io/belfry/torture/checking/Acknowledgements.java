package io.belfry.torture.checking;

import io.belfry.torture.checking.Violation.Kind;
import io.belfry.torture.history.Entry.Acknowledged;
import io.belfry.torture.history.History;
import io.belfry.torture.history.Line;
import io.belfry.torture.history.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/** What the publishers were told. */
final class Acknowledgements {

  /**
   * An acknowledgement and when it came.
   *
   * @param actor the publisher
   * @param acknowledged what it was told
   * @param at when, in milliseconds
   */
  record Timed(String actor, Acknowledged acknowledged, long at) {}

  private final Intents intents;
  private final Findings findings;
  private final Map<String, Timed> firstByKey = new HashMap<>();
  private final Map<Place, Timed> firstByPlace = new HashMap<>();
  private final List<Timed> inOrder = new ArrayList<>();

  Acknowledgements(Intents intents, Findings findings) {
    this.intents = intents;
    this.findings = findings;
  }

  void read(Collection<History> histories) {
    for (History history : histories) {
      for (Line line : history.lines()) {
        if (line.entry() instanceof Acknowledged acknowledged) {
          take(new Timed(history.actor(), acknowledged, line.at()));
        }
      }
    }
  }

  private void take(Timed told) {
    String key = told.acknowledged().key();
    if (intents.byKey(key).isEmpty()) {
      report(Kind.INVENTED, told, "the key '" + key + "' was acknowledged and never used.");
      return;
    }
    Timed first = firstByKey.putIfAbsent(key, told);
    if (first == null) {
      inOrder.add(told);
      requireOwnPlace(told);
    } else {
      requireSame(first.acknowledged(), told);
    }
  }

  private void requireOwnPlace(Timed told) {
    Timed other = firstByPlace.putIfAbsent(told.acknowledged().place(), told);
    if (other != null) {
      report(
          Kind.SAME_PLACE,
          told,
          "the keys '" + other.acknowledged().key() + "' and '"
              + told.acknowledged().key() + "' were acknowledged here.");
    }
  }

  private void requireSame(Acknowledged first, Timed told) {
    Acknowledged again = told.acknowledged();
    if (!first.place().equals(again.place()) || first.offset() != again.offset()) {
      report(
          Kind.PUBLISHED_TWICE,
          told,
          "the key '" + again.key() + "' was acknowledged at " + first.place() + " with offset "
              + first.offset() + " before, and with offset " + again.offset() + " now.");
    } else if (!again.isRepeat()) {
      report(
          Kind.KEY_FORGOTTEN,
          told,
          "the key '" + again.key() + "' was acknowledged before, and is called new.");
    }
  }

  private void report(Kind kind, Timed told, String sentence) {
    Place place = told.acknowledged().place();
    findings.add(kind, told.actor(), place.topic(), place.seq(), sentence);
  }

  /** The first for each key. */
  List<Timed> all() {
    return inOrder;
  }

  /** When the event at a place was acknowledged first. */
  OptionalLong acknowledgedAt(Place place) {
    Timed first = firstByPlace.get(place);
    return first == null ? OptionalLong.empty() : OptionalLong.of(first.at());
  }

  /** What each tells of the log. */
  void teach(Ledger ledger) {
    for (Timed told : inOrder) {
      Acknowledged acknowledged = told.acknowledged();
      String content = Objects.requireNonNull(
          intents.byKey(acknowledged.key()).orElseThrow().intent().content());
      ledger.learn(new Known(acknowledged.place(), acknowledged.offset(), content, told.actor()));
    }
  }
}
