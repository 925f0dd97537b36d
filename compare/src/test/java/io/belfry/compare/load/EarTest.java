package io.belfry.compare.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Times that follow a known distribution have to come out as that one. */
class EarTest {

  private static final int RUN = 1;
  private static final int COUNT = 100_000;
  private static final long MILLI = 1_000_000;
  private static final Beat BEAT = Beat.of(1_000, 0, COUNT * MILLI);

  @Test
  void evenly_spread_times_have_their_percentiles_where_they_belong() {
    Random random = new Random(1);
    Histogram times = response(sequence -> (long) (random.nextDouble() * 10 * MILLI));
    requirePercentiles(times, share -> share * 10 * MILLI);
    assertThat(times.getTotalCount()).isEqualTo(COUNT);
  }

  @Test
  void exponential_times_do_too() {
    Random random = new Random(2);
    Histogram times = response(sequence -> (long) (-Math.log(1 - random.nextDouble()) * MILLI));
    requirePercentiles(times, share -> -Math.log(1 - share) * MILLI);
    assertThat(times.getMean()).isCloseTo(MILLI, Percentage.withPercentage(1));
  }

  @Test
  void times_of_nothing_count() {
    Histogram times = response(sequence -> 0);
    assertThat(times.getTotalCount()).isEqualTo(COUNT);
    assertThat(times.getMaxValue()).isZero();
  }

  @Test
  void hours_are_in_range_without_being_foreseen() {
    Histogram times = response(sequence -> sequence == 5 ? 3_600_000 * MILLI : MILLI);
    assertThat((double) times.getMaxValue())
        .isCloseTo(3_600_000.0 * MILLI, Percentage.withPercentage(0.1));
  }

  @Test
  void another_clock_is_taken_into_account() {
    Ear ear = new Ear(RUN, BEAT, Map.of(0, -7 * MILLI));
    ear.hear(
        new Stamp(RUN, 0, 0, 10 * MILLI, 11 * MILLI).payload(100), OptionalLong.empty(), 8 * MILLI);
    Heard heard = ear.heard();
    assertThat((double) heard.response().getMaxValue())
        .isCloseTo(5.0 * MILLI, Percentage.withPercentage(0.1));
    assertThat((double) heard.service().getMaxValue())
        .isCloseTo(4.0 * MILLI, Percentage.withPercentage(0.1));
  }

  @Test
  void the_track_tells_what_came_when() {
    Ear ear = new Ear(RUN, BEAT, Map.of());
    hear(ear, 0, 1);
    hear(ear, 1, 2);
    hear(ear, 300, 500);
    hear(ear, 100, 501);
    Track track = ear.heard().track();
    assertThat(track.received(0, 100 * MILLI)).isEqualTo(2);
    assertThat(track.received(500 * MILLI, 600 * MILLI)).isEqualTo(2);
    assertThat(track.slowest(500 * MILLI, 600 * MILLI)).isEqualTo(401 * MILLI);
    assertThat(track.silence(600 * MILLI)).isEqualTo(498 * MILLI);
    assertThat(track.silence(2_000 * MILLI)).isEqualTo(1_499 * MILLI);
    assertThat(track.last()).isEqualTo(501 * MILLI);
    assertThat(track.firstDueSince(50 * MILLI)).isEqualTo(500 * MILLI);
    assertThat(track.firstDueSince(400 * MILLI)).isEqualTo(-1);
  }

  @Test
  void a_track_can_be_taken_elsewhere() {
    Ear ear = new Ear(RUN, BEAT, Map.of());
    hear(ear, 0, 1);
    hear(ear, 30_000, 40_000);
    Track track = ear.heard().track();
    assertThat(Track.of(track.toNumbers())).usingRecursiveComparison().isEqualTo(track);
  }

  private static void hear(Ear ear, int dueMillis, int atMillis) {
    ear.hear(
        new Stamp(RUN, 0, dueMillis, dueMillis * MILLI, dueMillis * MILLI).payload(100),
        OptionalLong.empty(),
        atMillis * MILLI);
  }

  private static Histogram response(LongUnaryOperator times) {
    Ear ear = new Ear(RUN, BEAT, Map.of());
    for (int i = 0; i < COUNT; i++) {
      long due = BEAT.due(0, i);
      ear.hear(
          new Stamp(RUN, 0, i, due, due).payload(Stamp.SIZE),
          OptionalLong.empty(),
          due + times.applyAsLong(i));
    }
    return ear.heard().response();
  }

  /** One in a hundred is far above what chance does with so many, and far below a fault. */
  private static void requirePercentiles(Histogram times, DoubleUnaryOperator quantile) {
    for (double percent : new double[] {10, 50, 90, 99}) {
      assertThat((double) times.getValueAtPercentile(percent))
          .as(percent + " %")
          .isCloseTo(quantile.applyAsDouble(percent / 100), Percentage.withPercentage(3));
    }
  }
}
