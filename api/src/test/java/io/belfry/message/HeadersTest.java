package io.belfry.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.trials.Trials;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

  /** What is left for the value of a header whose name has one letter. */
  private static final int ROOM = Headers.MAX_BYTES - 1 - 2;

  @Test
  void a_name_is_found_in_any_case_and_kept_in_lower_case() {
    Headers headers = Headers.of("Content-Type", "text/plain");
    assertThat(headers.get("CONTENT-type")).hasValue("text/plain");
    assertThat(headers.values()).containsExactly(Map.entry("content-type", "text/plain"));
  }

  @Test
  void they_tell_how_many_bytes_they_take() {
    assertThat(Headers.NONE.bytes()).isZero();
    assertThat(Headers.of("a", "").with("b", "aé天🔔").bytes())
        .isEqualTo(1 + 2 + 1 + "aé天🔔".getBytes(StandardCharsets.UTF_8).length + 2);
  }

  @Test
  void a_later_value_replaces_an_earlier_one() {
    Headers headers = Headers.of("kind", "first").with("other", "o").with("KIND", "second");
    assertThat(headers.values()).isEqualTo(Map.of("kind", "second", "other", "o"));
  }

  @Test
  void of_two_names_that_differ_by_case_the_later_one_counts_alone() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("A", "x".repeat(ROOM));
    values.put("a", "y".repeat(ROOM));
    assertThat(new Headers(values).values()).isEqualTo(Map.of("a", "y".repeat(ROOM)));
  }

  @Test
  void there_may_be_no_headers() {
    assertThat(Headers.NONE.isEmpty()).isTrue();
    assertThat(Headers.NONE.get("a")).isEmpty();
    assertThat(Headers.of("a", "").isEmpty()).isFalse();
  }

  @Test
  void their_order_means_nothing() {
    assertThat(Headers.of("a", "1").with("b", "2"))
        .isEqualTo(Headers.of("b", "2").with("a", "1"))
        .hasSameHashCodeAs(Headers.of("b", "2").with("a", "1"));
  }

  @Test
  void they_never_change() {
    Map<String, String> source = new HashMap<>(Map.of("a", "1"));
    Headers headers = new Headers(source);
    source.put("b", "2");
    Headers more = headers.with("c", "3");
    assertThat(headers.values()).containsExactly(Map.entry("a", "1"));
    assertThat(more.values()).hasSize(2);
    assertThatThrownBy(() -> headers.values().put("d", "4"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "Z", "a1", "a-b_c.d", "x.y.z", "a--"})
  void a_name_of_allowed_characters_is_accepted(String name) {
    assertThatCode(() -> Headers.of(name, "v")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "1a", "-a", ".a", "_a", "a b", "a:b", "a\n", "a\r\nb", "\0", "é", "aé", "a=b", "水",
        "\u212a", "İ", "ſ"
      })
  void any_other_name_is_refused(String name) {
    assertThatThrownBy(() -> Headers.of(name, "v"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A header's name is 1 to 64 of a-z");
  }

  @Test
  void a_name_has_at_most_64_characters() {
    assertThatCode(() -> Headers.of("a".repeat(64), "v")).doesNotThrowAnyException();
    assertThatThrownBy(() -> Headers.of("a".repeat(65), "v"))
        .hasMessageStartingWith("A header's name is 1 to 64");
    assertThatThrownBy(() -> Headers.of("a".repeat(10 << 20), "v")).message().hasSizeLessThan(200);
  }

  static Stream<String> controlCharacters() {
    return IntStream.rangeClosed(0, 0x9f)
        .filter(Character::isISOControl)
        .mapToObj(Character::toString);
  }

  @ParameterizedTest
  @MethodSource("controlCharacters")
  void a_value_without_control_characters_is_wanted(String control) {
    assertThatThrownBy(() -> Headers.of("a", "x" + control + "y"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.format("U+%04X", control.codePointAt(0)))
        .message()
        .doesNotContain(control);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF})
  void a_value_without_noncharacters_is_wanted(int noncharacter) {
    assertThatThrownBy(() -> Headers.of("a", "x" + Character.toString(noncharacter)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.format("U+%04X", noncharacter));
  }

  @ParameterizedTest
  @ValueSource(chars = {'\ud800', '\udc00'})
  void a_value_without_unpaired_surrogates_is_wanted(char surrogate) {
    assertThatThrownBy(() -> Headers.of("a", "x" + surrogate))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a=b; c", "größe", "水曜日", "🔔", "e\u0301", "\u2028"})
  void a_value_is_any_other_text(String value) {
    assertThat(Headers.of("a", value).get("a")).hasValue(value);
  }

  @Test
  void one_header_may_take_all_the_room_and_not_a_byte_more() {
    requireFits("x".repeat(ROOM), "x".repeat(ROOM + 1));
    requireFits("水".repeat(ROOM / 3) + "x".repeat(ROOM % 3), "水".repeat(ROOM / 3 + 1));
    requireFits("🔔".repeat(ROOM / 4) + "x".repeat(ROOM % 4), "🔔".repeat(ROOM / 4 + 1));
  }

  @Test
  void many_headers_share_the_room_to_the_last_byte() {
    Trials.run(200, random -> {
      Map<String, String> values = new HashMap<>();
      int left = Headers.MAX_BYTES;
      for (int i = 0; left >= 20 + 600; i++) {
        String name = "h" + i;
        String value = "é".repeat(random.nextInt(300));
        values.put(name, value);
        left -= name.length() + 2 * value.length() + 2;
      }
      values.put("z", "x".repeat(left - 3));
      assertThatCode(() -> new Headers(values)).doesNotThrowAnyException();
      values.put("z", "x".repeat(left - 2));
      assertThatThrownBy(() -> new Headers(values)).hasMessageContaining("16385 bytes");
    });
  }

  @Test
  void a_huge_value_is_refused_in_a_short_sentence() {
    assertThatThrownBy(() -> Headers.of("a", "x".repeat(10 << 20)))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .hasSizeLessThan(200);
  }

  private static void requireFits(String within, String beyond) {
    assertThat(Headers.of("a", within).get("a")).hasValue(within);
    assertThatThrownBy(() -> Headers.of("a", beyond)).isInstanceOf(IllegalArgumentException.class);
  }
}
