package io.belfry.torture.checking;

import static io.belfry.torture.checking.Play.EPOCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.belfry.torture.checking.Violation.Kind;
import io.belfry.torture.history.Entry;
import io.belfry.torture.history.Entry.Acknowledged;
import io.belfry.torture.history.Entry.Begun;
import io.belfry.torture.history.Entry.Closed;
import io.belfry.torture.history.Entry.Delivered;
import io.belfry.torture.history.Entry.Died;
import io.belfry.torture.history.Entry.Ended;
import io.belfry.torture.history.Entry.Failed;
import io.belfry.torture.history.Entry.Finished;
import io.belfry.torture.history.Entry.Intent;
import io.belfry.torture.history.Entry.Missed;
import io.belfry.torture.history.Entry.Shown;
import io.belfry.torture.history.Line;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to doctor a good history is found, and named with topic, seq and subscriber. */
class DoctoredHistoryTest {

  @Test
  void a_good_history_is_clean() {
    Verdict verdict = Play.good().verdict(Rules.STRICT);
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.figures().intended()).isEqualTo(60);
    assertThat(verdict.figures().acknowledged()).isEqualTo(51);
    assertThat(verdict.figures().unknown()).isEqualTo(9);
    assertThat(verdict.figures().failures()).isEqualTo(12);
    assertThat(verdict.figures().delivered()).isEqualTo(60 + 25 + 20 + 60);
  }

  @Test
  void one_topic_can_not_be_listened_to_before_it_is_there() {
    Play play = Play.good();
    play.of("exact").add(0, new Line(2, new Ended("UNKNOWN_TOPIC")));
    play.of("exact").add(0, new Line(1, new Begun("a.x", "from 1")));
    assertThat(play.verdict(Rules.STRICT).violations()).isEmpty();
  }

  static Stream<Arguments> doctorings() {
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
        }),
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

  @ParameterizedTest(name = "{0}")
  @MethodSource("doctorings")
  void what_is_doctored_is_found(
      String way, Kind kind, String actor, String topic, long seq, Consumer<Play> doctoring) {
    Play play = Play.good();
    doctoring.accept(play);
    assertThat(play.verdict(Rules.STRICT).violations()).as(way).anySatisfy(violation -> {
      assertThat(violation.kind()).isEqualTo(kind);
      assertThat(violation.actor()).isEqualTo(actor);
      assertThat(violation.topic()).isEqualTo(topic);
      assertThat(violation.seq()).isEqualTo(seq);
    });
  }

  @Test
  void every_kind_of_violation_is_doctored_here_or_below() {
    assertThat(doctorings().map(each -> (Kind) each.get()[1]).distinct())
        .containsAll(
            Stream.of(Kind.values()).filter(kind -> kind != Kind.FALSE_GAP).toList());
  }

  private static Arguments doctor(
      String way, Kind kind, String actor, String topic, long seq, Consumer<Play> doctoring) {
    return arguments(way, kind, actor, topic, seq, doctoring);
  }

  private static void remove(Play play, String actor, String topic, long seq) {
    play.of(actor).remove(play.delivery(actor, topic, seq));
  }

  private static void repeat(Play play, String actor, String topic, long seq) {
    int at = play.delivery(actor, topic, seq);
    play.insert(actor, at + 1, play.entry(actor, at));
  }

  private static boolean isEvent(Line line, String topic, long seq) {
    return line.entry() instanceof Delivered event
        && event.topic().equals(topic)
        && event.seq() == seq;
  }

  private static Delivered event(String topic, long seq, long offset) {
    return new Delivered(
        EPOCH, offset, topic, seq, "news p" + (offset % 2 == 0 ? 2 : 1) + "-" + (offset - 1));
  }

  private static Entry elsewhere(Line line) {
    return line.entry() instanceof Intent intent && intent.key().equals("p2-57")
        ? new Intent(intent.key(), "b.x", intent.content())
        : line.entry();
  }

  private static void acknowledge(Play play, int n, UnaryOperator<Acknowledged> change) {
    int at = play.acknowledgement("p1", n);
    play.put("p1", at, change.apply((Acknowledged) play.entry("p1", at)));
  }

  private static void snapshot(Play play, UnaryOperator<Shown> change) {
    int at = play.indexes("now", Shown.class).get(0);
    play.put("now", at, change.apply((Shown) play.entry("now", at)));
  }

  private static void everywhere(
      Play play, String topic, long seq, UnaryOperator<Delivered> change) {
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
}
