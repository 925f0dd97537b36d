package io.belfry.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "999, 1",
    "1000, 1",
    "1001, 2",
    "2147483000, 2147483",
    "2147483001, 2147483",
    "999999999999999999, 2147483"
  })
  void seconds_are_rounded_up_to_what_every_broker_bears(long millis, long seconds) {
    assertThat(Expiry.seconds(millis)).isEqualTo(seconds);
  }

  @ParameterizedTest
  @CsvSource({
    // announced, left on the wire, left at all
    "500, 1, 500",
    "1500, 2, 1500",
    "1500, 1, 500",
    "1500, 0, -500",
    "1500, 9, 1500", // a broker that gives more than was asked for
    "1500, , 1500",
    ", 3, 3000",
    ", , "
  })
  void what_was_spent_in_the_broker_is_taken_off(Long millis, Long seconds, Long left) {
    assertThat(Expiry.left(millis, seconds)).isEqualTo(left);
  }

  @Test
  void a_time_is_past_once_it_has_come() {
    assertThat(Expiry.isPast(Expiry.in(0L))).isTrue();
    assertThat(Expiry.isPast(Expiry.in(-500L))).isTrue();
    assertThat(Expiry.isPast(Expiry.in(Duration.ofHours(1).toMillis()))).isFalse();
  }

  @Test
  void for_ever_and_very_long_never_come() {
    assertThat(Expiry.in(null)).isEqualTo(Expiry.NEVER);
    assertThat(Expiry.in(999_999_999_999_999_999L)).isEqualTo(Expiry.NEVER);
    assertThat(Expiry.isPast(Expiry.NEVER)).isFalse();
  }
}
