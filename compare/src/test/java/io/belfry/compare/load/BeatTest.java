package io.belfry.compare.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeatTest {

  private static final long SECOND = 1_000_000_000;

  @Test
  void the_clock_alone_decides_when_a_message_is_due() {
    Beat beat = Beat.of(1_000, SECOND / 2, SECOND);
    assertThat(beat.total()).isEqualTo(1_500);
    assertThat(beat.due(100, 0)).isEqualTo(100);
    assertThat(beat.due(100, 1_000)).isEqualTo(100 + SECOND);
    assertThat(beat.length()).isEqualTo(3 * SECOND / 2);
  }

  @Test
  void what_comes_before_it_is_warm_does_not_count() {
    Beat beat = Beat.of(10, SECOND, SECOND);
    assertThat(beat.isMeasured(9)).isFalse();
    assertThat(beat.isMeasured(10)).isTrue();
    assertThat(beat.isMeasured(19)).isTrue();
    assertThat(beat.isMeasured(20)).isFalse();
  }

  @Test
  void an_interval_need_not_be_a_whole_number_of_nanoseconds() {
    Beat beat = Beat.of(3, 0, 10 * SECOND);
    assertThat(beat.due(0, 30)).isEqualTo(10 * SECOND);
  }

  @Test
  void there_is_one_message_at_least() {
    assertThat(Beat.of(1, 0, 1).total()).isEqualTo(1);
  }
}
