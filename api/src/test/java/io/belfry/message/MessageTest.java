package io.belfry.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

  private static final Message HELLO = Message.of("hello");

  @Test
  void a_plain_message_has_no_wishes() {
    assertThat(HELLO.headers()).isEqualTo(Headers.NONE);
    assertThat(HELLO.payload().text()).isEqualTo("hello");
    assertThat(HELLO.expiry()).isEmpty();
    assertThat(HELLO.priority()).isEmpty();
  }

  @Test
  void messages_are_equal_if_headers_and_payload_are() {
    assertThat(HELLO.with("A", "1"))
        .isEqualTo(new Message(Headers.of("a", "1"), Payload.of("hello")))
        .isNotEqualTo(HELLO);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 500, 86_400_000, 999_999_999_999_999_999L})
  void an_expiry_of_a_millisecond_or_more_is_a_header(long millis) {
    Message message = HELLO.withExpiry(Duration.ofMillis(millis));
    assertThat(message.expiry()).hasValue(Duration.ofMillis(millis));
    assertThat(message.headers().get(Message.EXPIRY)).hasValue(Long.toString(millis));
  }

  @Test
  void an_expiry_beyond_all_bounds_is_the_longest_there_is() {
    assertThat(HELLO.withExpiry(Duration.ofSeconds(Long.MAX_VALUE)).expiry())
        .hasValue(Duration.ofMillis(999_999_999_999_999_999L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.000999S", "PT-1S"})
  void a_shorter_expiry_is_refused(Duration expiry) {
    assertThatThrownBy(() -> HELLO.withExpiry(expiry)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 9})
  void a_priority_from_0_to_9_is_a_header(int priority) {
    Message message = HELLO.withPriority(priority);
    assertThat(message.priority()).hasValue(priority);
    assertThat(message.headers().get(Message.PRIORITY)).hasValue(Integer.toString(priority));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 10, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void any_other_priority_is_refused(int priority) {
    assertThatThrownBy(() -> HELLO.withPriority(priority))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The header 'belfry-priority' must be a number from 0 to 9.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "1.5", " 1", "0x1", "9223372036854775808", "1e3"})
  void a_wish_that_is_no_number_is_refused_however_it_is_written(String value) {
    assertThatThrownBy(() -> HELLO.with(Message.EXPIRY.toUpperCase(java.util.Locale.ROOT), value))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HELLO.with(Message.PRIORITY, value))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
