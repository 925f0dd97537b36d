package io.belfry.torture.checking;

import static io.belfry.torture.checking.Doctoring.acknowledge;
import static io.belfry.torture.checking.Doctoring.doctor;
import static io.belfry.torture.checking.Doctoring.everywhere;
import static io.belfry.torture.checking.Doctoring.snapshot;
import static io.belfry.torture.checking.Play.EPOCH;

import io.belfry.torture.checking.Violation.Kind;
import io.belfry.torture.history.Entry.Acknowledged;
import io.belfry.torture.history.Entry.Begun;
import io.belfry.torture.history.Entry.Closed;
import io.belfry.torture.history.Entry.Delivered;
import io.belfry.torture.history.Entry.Died;
import io.belfry.torture.history.Entry.Ended;
import io.belfry.torture.history.Entry.Failed;
import io.belfry.torture.history.Entry.Finished;
import io.belfry.torture.history.Entry.Shown;
import io.belfry.torture.history.Line;
import java.util.Collections;
import java.util.stream.Stream;

/** What publishers were told, what was shown and how it all ended, doctored. */
final class DoctoredRecords {

  private DoctoredRecords() {}

  static Stream<Doctoring> all() {
    return Stream.of(
        doctor(
            "an acknowledgement with a wrong seq",
            Kind.PUBLISHED_TWICE,
            "exact",
            "a.x",
            3,
            play -> acknowledge(
                play,
                3,
                told -> new Acknowledged(
                    told.key(), EPOCH, told.offset(), told.topic(), told.seq() + 70, false))),
        doctor(
            "an acknowledgement with a wrong offset",
            Kind.CHANGED,
            "exact",
            "a.x",
            3,
            play -> acknowledge(
                play,
                3,
                told ->
                    new Acknowledged(told.key(), EPOCH, 1_000, told.topic(), told.seq(), false))),
        doctor(
            "an acknowledgement for nothing",
            Kind.INVENTED,
            "p1",
            "a.x",
            3,
            play -> acknowledge(
                play,
                3,
                told -> new Acknowledged(
                    "nobody's", EPOCH, told.offset(), told.topic(), told.seq(), false))),
        doctor("two acknowledgements for one seq", Kind.SAME_PLACE, "p1", "a.x", 3, play -> {
          Acknowledged third = (Acknowledged) play.entry("p1", play.acknowledgement("p1", 3));
          Acknowledged other = (Acknowledged) play.entry("p1", play.acknowledgement("p1", 5));
          play.put(
              "p1",
              play.acknowledgement("p1", 5),
              new Acknowledged(
                  other.key(), EPOCH, third.offset(), third.topic(), third.seq(), false));
        }),
        doctor(
            "a repeat that is answered otherwise", Kind.PUBLISHED_TWICE, "p1", "a.x", 8, play -> {
              int at = play.acknowledgement("p1", 3);
              Acknowledged told = (Acknowledged) play.entry("p1", at);
              play.insert("p1", at + 1, new Acknowledged(told.key(), EPOCH, 99, "a.x", 8, true));
            }),
        doctor("a repeat that is taken for new", Kind.KEY_FORGOTTEN, "p1", "a.x", 3, play -> {
          int at = play.acknowledgement("p1", 3);
          play.insert("p1", at + 1, play.entry("p1", at));
        }),
        doctor(
            "offsets against seqs",
            Kind.OFFSET_ORDER,
            "p1",
            "a.x",
            3,
            play -> everywhere(
                play, "a.x", 3, event -> new Delivered(EPOCH, 0, "a.x", 3, event.content()))),
        doctor(
            "an offset twice",
            Kind.SAME_PLACE,
            "p1",
            "a.x",
            5,
            play -> everywhere(
                play, "a.x", 5, event -> new Delivered(EPOCH, 14, "a.x", 5, event.content()))),
        doctor("offsets against time", Kind.OFFSET_ORDER, "p1", "a.x", 1, play -> {
          int at = play.acknowledgement("p1", 4);
          Line early = play.of("p1").get(at);
          play.of("p1").add(0, new Line(1, play.entry("p1", at - 1)));
          play.of("p1").add(1, new Line(2, early.entry()));
        }),
        doctor(
            "a snapshot that is changed",
            Kind.WRONG_SNAPSHOT,
            "now",
            "a.x",
            10,
            play -> snapshot(play, shown -> new Shown(EPOCH, "a.x", 10, 1, "fake"))),
        doctor(
            "a snapshot that is too old",
            Kind.STALE_SNAPSHOT,
            "now",
            "a.x",
            9,
            play -> snapshot(play, shown -> new Shown(EPOCH, "a.x", 9, 1, "news p1-24"))),
        doctor(
            "a snapshot of the future",
            Kind.INVENTED,
            "now",
            "a.x",
            77,
            play -> snapshot(play, shown -> new Shown(EPOCH, "a.x", 77, 1, shown.content()))),
        doctor(
            "a snapshot amid events",
            Kind.OUT_OF_ORDER,
            "now",
            "a.x",
            10,
            play -> play.insert(
                "now",
                play.last("now", Finished.class),
                play.entry("now", play.indexes("now", Shown.class).get(0)))),
        doctor(
            "a cursor that covers too much",
            Kind.WRONG_CURSOR,
            "exact",
            "a.x",
            11,
            play -> play.put(
                "exact",
                play.last("exact", Begun.class),
                new Begun("a.x", "after " + EPOCH + "/40"))),
        doctor(
            "a cursor that covers too little",
            Kind.WRONG_CURSOR,
            "from",
            "a.x",
            10,
            play -> play.put("from", play.last("from", Closed.class), new Closed(EPOCH + "/27"))),
        doctor("a call after the end", Kind.AFTER_CLOSE, "from", "b.x", 10, play -> {
          int at = play.last("from", Closed.class);
          Collections.swap(play.of("from"), at, at - 1);
        }),
        doctor(
            "a refusal",
            Kind.REFUSED,
            "p1",
            "",
            0,
            play ->
                play.insert("p1", play.acknowledgement("p1", 3), new Failed("p1-6", "INTERNAL"))),
        doctor(
            "a topic that is there and called unknown",
            Kind.REFUSED,
            "exact",
            "",
            0,
            play -> play.insert(
                "exact", play.last("exact", Finished.class), new Ended("UNKNOWN_TOPIC"))),
        doctor(
            "a listening that ended",
            Kind.REFUSED,
            "named",
            "",
            0,
            play -> play.insert("named", play.last("named", Finished.class), new Ended("FENCED"))),
        doctor(
            "a process that died",
            Kind.DIED,
            "p2",
            "",
            0,
            play -> play.insert("p2", play.last("p2", Finished.class), new Died("server-1"))),
        doctor(
            "a history that stops",
            Kind.UNFINISHED,
            "now",
            "",
            0,
            play -> play.of("now").remove(play.last("now", Finished.class))));
  }
}
