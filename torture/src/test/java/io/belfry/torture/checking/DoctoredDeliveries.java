package io.belfry.torture.checking;

import static io.belfry.torture.checking.Doctoring.doctor;
import static io.belfry.torture.checking.Doctoring.elsewhere;
import static io.belfry.torture.checking.Doctoring.event;
import static io.belfry.torture.checking.Doctoring.isEvent;
import static io.belfry.torture.checking.Doctoring.remove;
import static io.belfry.torture.checking.Doctoring.repeat;
import static io.belfry.torture.checking.Play.EPOCH;

import io.belfry.torture.checking.Violation.Kind;
import io.belfry.torture.history.Entry.Begun;
import io.belfry.torture.history.Entry.Delivered;
import io.belfry.torture.history.Entry.Finished;
import io.belfry.torture.history.Entry.Missed;
import io.belfry.torture.history.Line;
import java.util.Collections;
import java.util.stream.Stream;

/** What subscribers have received, doctored. */
final class DoctoredDeliveries {

  private DoctoredDeliveries() {}

  static Stream<Doctoring> all() {
    return Stream.of(
        doctor(
            "a delivery dropped",
            Kind.LOST,
            "from",
            "a.x",
            14,
            play -> remove(play, "from", "a.x", 14)),
        doctor(
            "the last delivery dropped",
            Kind.LOST,
            "now",
            "a.y",
            20,
            play -> remove(play, "now", "a.y", 20)),
        doctor(
            "the first of a topic dropped",
            Kind.LOST,
            "from",
            "b.x",
            1,
            play -> remove(play, "from", "b.x", 1)),
        doctor(
            "one dropped after the snapshot",
            Kind.LOST,
            "now",
            "a.x",
            11,
            play -> remove(play, "now", "a.x", 11)),
        doctor("one dropped after a resume", Kind.LOST, "exact", "a.x", 6, play -> {
          play.of("exact").remove(play.delivery("exact", "a.x", 6));
        }),
        doctor("one dropped before a return by name", Kind.LOST, "named", "a.x", 7, play -> {
          // It comes back with a later one than it had left with.
          play.of("named").removeIf(line -> isEvent(line, "a.x", 7));
        }),
        doctor(
            "all of one topic dropped",
            Kind.LOST,
            "named",
            "b.x",
            3,
            play -> play.of("named")
                .removeIf(line ->
                    line.entry() instanceof Delivered event && event.topic().equals("b.x"))),
        doctor(
            "nothing came at all",
            Kind.LOST,
            "exact",
            "a.x",
            1,
            play -> play.of("exact")
                .removeIf(line -> !(line.entry() instanceof Finished)
                    && !(line.entry() instanceof Begun begun && begun.start().startsWith("from")))),
        doctor(
            "one repeated",
            Kind.REPEATED,
            "from",
            "a.x",
            14,
            play -> repeat(play, "from", "a.x", 14)),
        doctor(
            "one repeated by name",
            Kind.REPEATED,
            "named",
            "a.x",
            14,
            play -> repeat(play, "named", "a.x", 14)),
        doctor(
            "one repeated that the cursor covers",
            Kind.REPEATED,
            "exact",
            "a.x",
            5,
            play -> play.insert("exact", play.delivery("exact", "a.x", 6), event("a.x", 5, 13))),
        doctor(
            "two swapped",
            Kind.OUT_OF_ORDER,
            "exact",
            "a.x",
            14,
            play -> Collections.swap(
                play.of("exact"),
                play.delivery("exact", "a.x", 14),
                play.delivery("exact", "a.x", 15))),
        doctor("content changed at one", Kind.CHANGED, "exact", "a.x", 14, play -> {
          int at = play.delivery("exact", "a.x", 14);
          Delivered event = (Delivered) play.entry("exact", at);
          play.put("exact", at, new Delivered(EPOCH, event.offset(), "a.x", 14, "fake"));
        }),
        doctor("offset changed at one", Kind.CHANGED, "exact", "a.x", 14, play -> {
          int at = play.delivery("exact", "a.x", 14);
          Delivered event = (Delivered) play.entry("exact", at);
          play.put("exact", at, new Delivered(EPOCH, 999, "a.x", 14, event.content()));
        }),
        doctor("content invented at all", Kind.INVENTED, "exact", "a.x", 21, play -> {
          Delivered invented = new Delivered(EPOCH, 61, "a.x", 21, "nobody's");
          Stream.of("exact", "from", "named", "now")
              .forEach(actor -> play.insert(actor, play.last(actor, Finished.class), invented));
        }),
        doctor(
            "content of another topic",
            Kind.INVENTED,
            "p2",
            "a.x",
            20,
            play -> play.of("p2").replaceAll(line -> new Line(line.at(), elsewhere(line)))),
        doctor("a publication twice in the log", Kind.PUBLISHED_TWICE, "exact", "a.x", 21, play -> {
          Delivered again =
              new Delivered(EPOCH, 61, "a.x", 21, event("a.x", 3, 7).content());
          Stream.of("exact", "from", "named", "now")
              .forEach(actor -> play.insert(actor, play.last(actor, Finished.class), again));
        }),
        doctor(
            "an event that the filter does not match",
            Kind.UNWANTED,
            "exact",
            "b.x",
            1,
            play -> play.insert("exact", play.last("exact", Finished.class), event("b.x", 1, 3))),
        doctor(
            "an unexplained gap",
            Kind.FORBIDDEN_GAP,
            "from",
            "a.x",
            14,
            play -> play.put(
                "from",
                play.delivery("from", "a.x", 14),
                new Missed("EXPIRED", EPOCH, "a.x", 14, 14))),
        doctor("a new log without a word", Kind.UNANNOUNCED_LOG, "from", "a.x", 0, play -> {
          int at = play.delivery("from", "a.x", 14);
          Delivered event = (Delivered) play.entry("from", at);
          play.put("from", at, new Delivered("e2", event.offset(), "a.x", 14, event.content()));
        }));
  }
}
