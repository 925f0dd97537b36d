package io.belfry.torture.checking;

import static io.belfry.torture.checking.Play.EPOCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.torture.checking.Violation.Kind;
import io.belfry.torture.history.Entry.Delivered;
import io.belfry.torture.history.Entry.Missed;
import org.junit.jupiter.api.Test;

/** Gaps where they are allowed: they explain what is missing, and have to be true. */
class GapTest {

  private static final Rules LENIENT = new Rules(true, true);

  private final Play play = Play.good();

  @Test
  void a_gap_explains_what_is_missing() {
    gapInPlaceOf("a.x", 14, 16, new Missed("EXPIRED", EPOCH, "a.x", 14, 16));
    assertThat(play.verdict(LENIENT).violations()).isEmpty();
  }

  @Test
  void a_gap_without_a_beginning_explains_all_that_is_missing() {
    gapInPlaceOf("a.x", 14, 16, new Missed("EXPIRED", EPOCH, "a.x", 0, 16));
    assertThat(play.verdict(LENIENT).violations()).isEmpty();
  }

  @Test
  void a_gap_that_begins_too_late_does_not_explain_what_is_before_it() {
    gapInPlaceOf("a.x", 14, 16, new Missed("EXPIRED", EPOCH, "a.x", 15, 16));
    expect(Kind.LOST, 14);
  }

  @Test
  void what_comes_after_all_was_no_gap() {
    int at = play.delivery("from", "a.x", 14);
    play.insert("from", at, new Missed("EXPIRED", EPOCH, "a.x", 14, 16));
    expect(Kind.FALSE_GAP, 14);
  }

  @Test
  void what_has_come_is_no_gap() {
    int at = play.delivery("from", "a.x", 14);
    play.insert("from", at + 1, new Missed("EXPIRED", EPOCH, "a.x", 12, 14));
    expect(Kind.FALSE_GAP, 12);
  }

  @Test
  void a_gap_can_not_begin_with_what_has_come() {
    int at = play.delivery("from", "a.x", 14);
    play.insert("from", at + 1, new Missed("EXPIRED", EPOCH, "a.x", 12, 15));
    expect(Kind.FALSE_GAP, 12);
  }

  @Test
  void a_gap_of_what_there_never_was_is_false() {
    int at = play.delivery("from", "a.x", 20);
    play.insert("from", at + 1, new Missed("EXPIRED", EPOCH, "a.x", 21, 25));
    expect(Kind.FALSE_GAP, 21);
  }

  @Test
  void a_new_log_that_is_the_old_one_is_false() {
    int at = play.delivery("from", "a.x", 14);
    play.insert("from", at, new Missed("NEW_LOG", EPOCH, "", 0, 0));
    assertThat(play.verdict(LENIENT).violations())
        .anySatisfy(violation -> assertThat(violation.kind()).isEqualTo(Kind.FALSE_GAP));
  }

  private void gapInPlaceOf(String topic, long from, long to, Missed gap) {
    play.put("from", play.delivery("from", topic, from), gap);
    play.of("from")
        .removeIf(line -> line.entry() instanceof Delivered event
            && event.topic().equals(topic)
            && event.seq() > from
            && event.seq() <= to);
  }

  private void expect(Kind kind, long seq) {
    assertThat(play.verdict(LENIENT).violations()).anySatisfy(violation -> {
      assertThat(violation.kind()).isEqualTo(kind);
      assertThat(violation.actor()).isEqualTo("from");
      assertThat(violation.topic()).isEqualTo("a.x");
      assertThat(violation.seq()).isEqualTo(seq);
    });
  }
}
