package io.belfry.torture.checking;

import static io.belfry.torture.checking.Play.EPOCH;

import io.belfry.torture.checking.Violation.Kind;
import io.belfry.torture.history.Entry;
import io.belfry.torture.history.Entry.Acknowledged;
import io.belfry.torture.history.Entry.Delivered;
import io.belfry.torture.history.Entry.Intent;
import io.belfry.torture.history.Entry.Shown;
import io.belfry.torture.history.Line;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A way to doctor a good history, and what is to be found then.
 *
 * @param way what was done
 * @param kind what is found
 * @param actor in whose history
 * @param topic of which event; empty if it is about none
 * @param seq of which event; 0 if it is about none
 * @param deed does it
 */
record Doctoring(String way, Kind kind, String actor, String topic, long seq, Consumer<Play> deed) {

  static Doctoring doctor(
      String way, Kind kind, String actor, String topic, long seq, Consumer<Play> deed) {
    return new Doctoring(way, kind, actor, topic, seq, deed);
  }

  static void remove(Play play, String actor, String topic, long seq) {
    play.of(actor).remove(play.delivery(actor, topic, seq));
  }

  static void repeat(Play play, String actor, String topic, long seq) {
    int at = play.delivery(actor, topic, seq);
    play.insert(actor, at + 1, play.entry(actor, at));
  }

  static boolean isEvent(Line line, String topic, long seq) {
    return line.entry() instanceof Delivered event
        && event.topic().equals(topic)
        && event.seq() == seq;
  }

  static Delivered event(String topic, long seq, long offset) {
    return new Delivered(
        EPOCH, offset, topic, seq, "news p" + (offset % 2 == 0 ? 2 : 1) + "-" + (offset - 1));
  }

  static Entry elsewhere(Line line) {
    return line.entry() instanceof Intent intent && intent.key().equals("p2-57")
        ? new Intent(intent.key(), "b.x", intent.content())
        : line.entry();
  }

  static void acknowledge(Play play, int n, UnaryOperator<Acknowledged> change) {
    int at = play.acknowledgement("p1", n);
    play.put("p1", at, change.apply((Acknowledged) play.entry("p1", at)));
  }

  static void snapshot(Play play, UnaryOperator<Shown> change) {
    int at = play.indexes("now", Shown.class).get(0);
    play.put("now", at, change.apply((Shown) play.entry("now", at)));
  }

  static void everywhere(Play play, String topic, long seq, UnaryOperator<Delivered> change) {
    for (String actor : List.of("from", "exact", "named", "now")) {
      play.of(actor)
          .replaceAll(line -> isEvent(line, topic, seq)
              ? new Line(line.at(), change.apply((Delivered) line.entry()))
              : line);
    }
    play.of("p1")
        .replaceAll(line -> line.entry() instanceof Acknowledged told
                && told.topic().equals(topic)
                && told.seq() == seq
            ? new Line(
                line.at(),
                new Acknowledged(
                    told.key(),
                    EPOCH,
                    change
                        .apply(new Delivered(EPOCH, told.offset(), topic, seq, ""))
                        .offset(),
                    topic,
                    seq,
                    told.isRepeat()))
            : line);
  }

  @Override
  public String toString() {
    return way;
  }
}
