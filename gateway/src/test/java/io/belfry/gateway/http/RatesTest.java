package io.belfry.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.service.ServiceException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RatesTest {

  private static final Client ONE = new Client("one");
  private static final Client OTHER = new Client("other");
  private static final int PER_SECOND = 10;

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // It may overflow any time.
  private final Rates rates = new Rates(PER_SECOND, now::get);

  @Test
  void a_burst_is_let_through_and_then_so_many_a_second() {
    count(ONE, PER_SECOND);
    assertThatThrownBy(() -> rates.count(ONE))
        .isInstanceOfSatisfying(
            ServiceException.class,
            busy -> assertThat(busy.retryAfter())
                .hasValueSatisfying(wait ->
                    assertThat(wait).isBetween(Duration.ofMillis(90), Duration.ofMillis(110))));
    now.addAndGet(Duration.ofMillis(100).toNanos());
    rates.count(ONE);
    assertThatThrownBy(() -> rates.count(ONE)).hasMessageContaining("10 a second");
  }

  @Test
  void one_client_does_not_hinder_another() {
    count(ONE, PER_SECOND);
    rates.count(OTHER);
  }

  @Test
  void who_was_silent_has_the_whole_burst_again_and_not_more() {
    count(ONE, PER_SECOND);
    now.addAndGet(Duration.ofMinutes(1).toNanos());
    count(ONE, PER_SECOND);
    assertThatThrownBy(() -> rates.count(ONE)).isInstanceOf(ServiceException.class);
  }

  @Test
  void without_a_bound_everything_is_let_through() {
    Rates unbounded = new Rates(0, now::get);
    for (int i = 0; i < 10_000; i++) {
      unbounded.count(ONE);
    }
  }

  private void count(Client client, int times) {
    for (int i = 0; i < times; i++) {
      rates.count(client);
    }
  }
}
