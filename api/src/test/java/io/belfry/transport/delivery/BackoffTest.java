package io.belfry.transport.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final Backoff backoff = new Backoff(FIRST, LIMIT);

  @Test
  void each_wait_is_twice_as_long_up_to_the_limit_and_up_to_a_half_less() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(backoff.after(1)).isBetween(FIRST.dividedBy(2), FIRST);
      assertThat(backoff.after(3)).isBetween(FIRST.multipliedBy(2), FIRST.multipliedBy(4));
      assertThat(backoff.after(5)).isBetween(LIMIT.dividedBy(2), LIMIT);
      assertThat(backoff.after(Integer.MAX_VALUE)).isBetween(LIMIT.dividedBy(2), LIMIT);
    }
  }

  @Test
  void two_waits_are_hardly_ever_the_same() {
    Set<Duration> waits = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      waits.add(backoff.after(4));
    }
    assertThat(waits).hasSizeGreaterThan(90);
  }

  @Test
  void waits_that_make_no_sense_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ZERO, LIMIT));
    assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(LIMIT, FIRST));
  }
}
