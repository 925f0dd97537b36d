package io.belfry.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far a permission reaches. */
class AddressPatternTest {

  @ParameterizedTest
  @CsvSource({
    "news, news", "news.*, news.a", "news.*, news.*", "news.#, news", "news.#, news.a.b",
    "news.#, news.#", "news.#, news.*.b", "'#', a", "'#', '#'", "*.a, b.a"
  })
  void it_covers(String pattern, String address) {
    assertThat(AddressPattern.covers(pattern, address)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "news, newsroom",
    "news, news.a",
    "news.*, news",
    "news.*, news.a.b",
    "news.*, news.#",
    "news.a, news.*",
    "news.#, '#'",
    "news.#, newsroom.a",
    "news.#, *.a",
    "*.a, '#'",
    "a.b, a"
  })
  void it_does_not_cover(String pattern, String address) {
    assertThat(AddressPattern.covers(pattern, address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a..b", "#.a", "a.b*", "a.#b", ".", "a. .b"})
  void what_is_no_pattern_is_refused(String pattern) {
    assertThatThrownBy(() -> Permission.all("role", pattern)).isInstanceOf(BrokerException.class);
  }
}
