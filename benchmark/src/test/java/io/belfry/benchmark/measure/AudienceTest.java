package io.belfry.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AudienceTest {

  private static final int SIZE = 100;

  @Test
  void each_of_an_audience_should_hear_everything() {
    Audience audience = audience(2, false);
    hear(audience, 0, 0, 1, 2);
    hear(audience, 1, 0, 1, 2);
    assertThat(audience.heard()).isEqualTo(6);
    assertThat(audience.verdict(3)).isEqualTo(Verdict.FLAWLESS);
  }

  @Test
  void what_one_of_them_misses_is_lost() {
    Audience audience = audience(2, false);
    hear(audience, 0, 0, 1, 2);
    hear(audience, 1, 0);
    assertThat(audience.verdict(3)).isEqualTo(new Verdict(2, 0, 0, 0));
  }

  @Test
  void a_loss_is_not_made_up_for_by_a_repetition() {
    Audience audience = audience(1, false);
    hear(audience, 0, 0, 1, 1);
    assertThat(audience.verdict(3)).isEqualTo(new Verdict(1, 1, 0, 0));
  }

  @Test
  void workers_should_hear_everything_between_them() {
    Audience audience = audience(2, true);
    hear(audience, 0, 0, 3);
    hear(audience, 1, 1, 2);
    assertThat(audience.verdict(4)).isEqualTo(Verdict.FLAWLESS);
    assertThat(audience.verdict(5)).isEqualTo(new Verdict(1, 0, 0, 0));
  }

  @Test
  void work_that_two_have_done_is_repeated() {
    Audience audience = audience(2, true);
    hear(audience, 0, 0, 1);
    hear(audience, 1, 1, 2);
    assertThat(audience.verdict(3)).isEqualTo(new Verdict(0, 1, 0, 0));
  }

  @Test
  void a_message_after_a_later_one_is_out_of_order() {
    Audience audience = audience(1, false);
    hear(audience, 0, 1, 0, 2);
    assertThat(audience.verdict(3)).isEqualTo(new Verdict(0, 0, 1, 0));
  }

  @Test
  void a_message_of_the_wrong_size_is_damaged_and_the_right_one_lost() {
    Audience audience = audience(1, false);
    audience.received(0, 0, SIZE - 1);
    audience.received(0, -5, SIZE);
    assertThat(audience.verdict(1)).isEqualTo(new Verdict(1, 0, 0, 2));
  }

  @Test
  void every_arrival_is_timed() {
    List<Long> timed = new ArrayList<>();
    Ear ear = new Ear(SIZE, 1, timed::add);
    ear.hear(0, SIZE);
    ear.hear(7, SIZE);
    assertThat(timed).containsExactly(0L, 7L);
  }

  private static Audience audience(int ears, boolean isShared) {
    return new Audience(
        Stream.generate(() -> new Ear(SIZE, 2, sequence -> {})).limit(ears).toList(), isShared);
  }

  private static void hear(Audience audience, int receiver, long... sequences) {
    for (long sequence : sequences) {
      audience.received(receiver, sequence, SIZE);
    }
  }
}
