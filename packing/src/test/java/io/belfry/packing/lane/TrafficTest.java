package io.belfry.packing.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrafficTest {

  private static final int MANY = 100_000;

  @Test
  void a_few_that_follow_each_other_closely_find_it_quiet() {
    Traffic traffic = new Traffic(new Limits(1_000, 10));
    for (int i = 0; i < 64; i++) {
      assertThat(traffic.isQuiet()).isTrue();
      traffic.left();
    }
  }

  @Test
  void many_that_follow_each_other_closely_do_not() {
    Traffic traffic = new Traffic(new Limits(1_000, 10));
    assertThat(IntStream.range(0, MANY)).anyMatch(i -> {
      traffic.left();
      return !traffic.isQuiet();
    });
  }

  @Test
  void it_is_not_quiet_while_as_many_are_under_way_as_may() {
    Traffic traffic = new Traffic(new Limits(1_000, 10).acknowledged(1));
    traffic.left();
    assertThat(traffic.isQuiet()).isFalse();
    traffic.arrived();
    assertThat(traffic.isQuiet()).isTrue();
  }
}
