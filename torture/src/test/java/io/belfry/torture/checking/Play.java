package io.belfry.torture.checking;

import io.belfry.torture.history.Entry;
import io.belfry.torture.history.Entry.Acknowledged;
import io.belfry.torture.history.Entry.Begun;
import io.belfry.torture.history.Entry.Closed;
import io.belfry.torture.history.Entry.Created;
import io.belfry.torture.history.Entry.Delivered;
import io.belfry.torture.history.Entry.Failed;
import io.belfry.torture.history.Entry.Finished;
import io.belfry.torture.history.Entry.Intent;
import io.belfry.torture.history.Entry.Kept;
import io.belfry.torture.history.Entry.Ready;
import io.belfry.torture.history.Entry.Shown;
import io.belfry.torture.history.History;
import io.belfry.torture.history.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Histories of a run in which all was well, made up, to be doctored: two publishers, topics of both
 * modes, and subscribers that begin at the start, in the middle, after a crash and by name.
 */
final class Play {

  static final String EPOCH = "e1";
  static final List<String> TOPICS = List.of("a.x", "a.y", "b.x");

  /** The topic whose content is made up of all events. */
  static final String APPENDING = "a.y";

  private static final int EVENTS = 60;

  /** Where the one with a name begins. */
  private static final int NAMED = 5;

  /** Where subscribers come and go. */
  private static final int MIDDLE = 30;

  private final Map<String, List<Line>> lines = new TreeMap<>();
  private final List<Delivered> log = new ArrayList<>();
  private long clock = 1_000;

  /** A run in which all was well. */
  static Play good() {
    Play play = new Play();
    TOPICS.forEach(topic -> play.say("p1", new Created(topic, topic.equals(APPENDING))));
    play.begin("from", "#", "from 1");
    play.begin("exact", "a.x", "from 1");
    play.publish(0, NAMED);
    play.begin("named", "#", "as named");
    play.publish(NAMED, MIDDLE);
    play.log.forEach(event -> play.say("from", event));
    play.log.stream().filter(Play::isExact).forEach(event -> play.say("exact", event));
    play.log.subList(NAMED, MIDDLE - 5).forEach(event -> play.say("named", event));
    play.turn();
    play.publish(MIDDLE, EVENTS);
    play.end();
    return play;
  }

  /** In the middle, each begins anew in its own way, and a new one comes. */
  private void turn() {
    begin("now", "a.*", "now");
    TOPICS.stream()
        .filter(topic -> topic.startsWith("a."))
        .forEach(topic -> say("now", shown(topic)));
    say("from", new Closed(EPOCH + "/" + MIDDLE));
    begin("from", "#", "after " + EPOCH + "/" + MIDDLE);
    say("exact", new Kept(EPOCH + "/10"));
    begin("exact", "a.x", "after " + EPOCH + "/10/a.x:5");
    begin("named", "#", "as named");
  }

  private void end() {
    List<Delivered> late = log.subList(MIDDLE, EVENTS);
    late.forEach(event -> say("from", event));
    log.stream()
        .filter(Play::isExact)
        .filter(event -> event.seq() > 5)
        .forEach(event -> say("exact", event));
    late.stream()
        .filter(event -> event.topic().startsWith("a."))
        .forEach(event -> say("now", event));
    log.subList(MIDDLE - 10, EVENTS).forEach(event -> say("named", event));
    lines.keySet().forEach(actor -> say(actor, new Finished()));
  }

  private static boolean isExact(Delivered event) {
    return event.topic().equals("a.x");
  }

  private void begin(String actor, String filter, String start) {
    say(actor, new Begun(filter, start));
    say(actor, new Ready());
  }

  private void publish(int from, int to) {
    for (int i = from; i < to; i++) {
      String actor = i % 2 == 0 ? "p1" : "p2";
      String topic = TOPICS.get(i % TOPICS.size());
      String key = actor + "-" + i;
      long seq = log.stream().filter(event -> event.topic().equals(topic)).count() + 1;
      say(actor, new Intent(key, topic, "news " + key));
      // Each seventh was done, and nobody knows; each fifth was found out at the second try.
      if (i % 5 == 0) {
        say(actor, new Failed(key, "UNKNOWN_OUTCOME"));
      }
      if (i % 7 != 3) {
        say(actor, new Acknowledged(key, EPOCH, i + 1L, topic, seq, i % 5 == 0));
      }
      log.add(new Delivered(EPOCH, i + 1L, topic, seq, "news " + key));
    }
  }

  private Shown shown(String topic) {
    List<Delivered> events =
        log.stream().filter(event -> event.topic().equals(topic)).toList();
    String content = topic.equals(APPENDING)
        ? events.stream().map(Delivered::content).collect(Collectors.joining("\n"))
        : events.get(events.size() - 1).content();
    return new Shown(EPOCH, topic, events.size(), 1, content);
  }

  private void say(String actor, Entry entry) {
    clock += 10;
    lines.computeIfAbsent(actor, any -> new ArrayList<>()).add(new Line(clock, entry));
  }

  /** The lines of one actor, to be changed. */
  List<Line> of(String actor) {
    return lines.get(actor);
  }

  /** The last line of an actor with an entry of a kind. */
  int last(String actor, Class<? extends Entry> kind) {
    return indexes(actor, kind).get(indexes(actor, kind).size() - 1);
  }

  /** The lines of an actor with an entry of a kind. */
  List<Integer> indexes(String actor, Class<? extends Entry> kind) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < of(actor).size(); i++) {
      if (kind.isInstance(of(actor).get(i).entry())) {
        found.add(i);
      }
    }
    return found;
  }

  /** The line where an actor got an event, the last time. */
  int delivery(String actor, String topic, long seq) {
    return indexes(actor, Delivered.class).stream()
        .filter(i -> of(actor).get(i).entry() instanceof Delivered event
            && event.topic().equals(topic)
            && event.seq() == seq)
        .reduce((one, other) -> other)
        .orElseThrow();
  }

  /** The line where a publisher was told of its nth event. */
  int acknowledgement(String actor, int n) {
    return indexes(actor, Acknowledged.class).get(n);
  }

  Entry entry(String actor, int index) {
    return of(actor).get(index).entry();
  }

  void put(String actor, int index, Entry entry) {
    of(actor).set(index, new Line(of(actor).get(index).at(), entry));
  }

  void insert(String actor, int index, Entry entry) {
    of(actor).add(index, new Line(of(actor).get(index).at(), entry));
  }

  Verdict verdict(Rules rules) {
    Map<String, History> histories = new HashMap<>();
    lines.forEach((actor, all) -> histories.put(actor, new History(actor, all)));
    return Checker.check(new TreeMap<>(histories).values(), rules);
  }
}
