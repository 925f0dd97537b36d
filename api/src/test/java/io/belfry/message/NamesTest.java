package io.belfry.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.belfry.trials.Trials;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one rule for names, held against a second, naive reading of it. */
class NamesTest {

  private static final Pattern LEVEL = Pattern.compile("[\\p{L}\\p{Nd}\\p{Mn}\\p{Mc}\\-_~@=]+");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
  private static final List<Function<String, Object>> KINDS =
      List.of(Topic::new, Address::new, TopicFilter::new);

  @Test
  void a_name_is_accepted_exactly_if_it_keeps_the_rule() {
    Trials.run(5_000, random -> {
      String name = RandomNames.any(random);
      assertThat(refusal(Topic::new, name).isEmpty())
          .as("accepting '%s'", name)
          .isEqualTo(keepsTheRule(name));
    });
  }

  @Test
  void every_refusal_is_a_short_printable_sentence() {
    Trials.run(5_000, random -> {
      String name = RandomNames.any(random);
      KINDS.forEach(kind -> refusal(kind, name).ifPresent(NamesTest::requireReadable));
    });
  }

  @Test
  void topics_addresses_and_filters_without_a_wildcard_get_the_same_verdict() {
    Trials.run(5_000, random -> {
      String name = RandomNames.any(random).replaceAll("[*#]", "");
      Optional<String> verdict = refusal(Topic::new, name);
      assertThat(refusal(Address::new, name))
          .isEqualTo(verdict.map(s -> s.replace("The topic", "The address")));
      assertThat(refusal(TopicFilter::new, name))
          .isEqualTo(verdict.map(s -> s.replace("The topic", "The filter")));
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "A",
        "finance.stock.market",
        "7",
        "-",
        "_",
        "~",
        "@",
        "=",
        "a-b_c~d@e=f.g",
        "straße.größe",
        "погода.москва",
        "καιρός",
        "天気.東京",
        "날씨.서울",
        "טמפרטורה",
        "طقس.القاهرة",
        "मौसम.दिल्ली",
        "อากาศ",
        "𐍈.𝟗"
      })
  void names_of_many_scripts_are_accepted(String name) {
    KINDS.forEach(kind -> assertThatCode(() -> kind.apply(name)).doesNotThrowAnyException());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", ".a", "a.", "a..b", "a...b", ".a.", "..a"})
  void an_empty_level_is_refused(String name) {
    KINDS.forEach(
        kind -> assertThat(refusal(kind, name)).get(STRING).endsWith("has an empty level."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$SYS",
        "a.$b",
        "a$",
        "+",
        "a.+",
        "a/b",
        "a:b",
        "a::b",
        "a?b",
        "a&b",
        ">",
        "a,b",
        "a b",
        " a",
        "a ",
        "a|b",
        "a\\b",
        "a%b",
        "a(b",
        "a'b",
        "a\"b",
        "🔔",
        "a.🔔",
        "½",
        "a\u00a0b",
        "a\u200bb",
        "a\u2028b",
        "\ufeffa",
        "a*",
        "a#",
        "#a",
        "a.#b"
      })
  void what_means_something_to_a_broker_or_nothing_to_a_reader_is_refused(String name) {
    KINDS.forEach(kind -> requireReadable(refusal(kind, name).orElseThrow()));
  }

  static Stream<String> controlCharacters() {
    return IntStream.rangeClosed(0, 0x9f)
        .filter(Character::isISOControl)
        .mapToObj(Character::toString);
  }

  @ParameterizedTest
  @MethodSource("controlCharacters")
  void no_control_character_is_accepted_anywhere(String control) {
    for (String name : List.of(control, control + "a", "a" + control, "a." + control + ".b")) {
      KINDS.forEach(kind -> requireReadable(refusal(kind, name).orElseThrow()));
    }
  }

  @ParameterizedTest
  @ValueSource(chars = {'\ud800', '\udbff', '\udc00', '\udfff'})
  void an_unpaired_surrogate_is_refused(char surrogate) {
    for (String name : List.of(
        surrogate + "", "a" + surrogate, surrogate + "a", "x".repeat(39) + surrogate + "yy")) {
      KINDS.forEach(kind -> requireReadable(refusal(kind, name).orElseThrow()));
    }
  }

  @Test
  void of_two_spellings_only_the_composed_one_is_accepted() {
    assertThat(refusal(Topic::new, "caf\u00e9")).isEmpty();
    assertThat(refusal(Topic::new, "cafe\u0301")).get(STRING).contains("NFC");
  }

  static Stream<Arguments> limits() {
    return Stream.of(
        arguments("a".repeat(255), "a".repeat(256)),
        arguments("é".repeat(127) + "a", "é".repeat(128)),
        arguments("水".repeat(85), "水".repeat(85) + "a"),
        arguments("𐍈".repeat(63) + "abc", "𐍈".repeat(64)),
        arguments("a.".repeat(31) + "a", "a.".repeat(32) + "a"));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void a_limit_is_reached_but_not_passed(String within, String beyond) {
    KINDS.forEach(kind -> assertThat(refusal(kind, within)).isEmpty());
    KINDS.forEach(kind -> requireReadable(refusal(kind, beyond).orElseThrow()));
  }

  /**
   * Ten thousand times, so that reading the name even once each time would not end within the time
   * limit.
   */
  @ParameterizedTest
  @ValueSource(ints = {256, 64 << 10, 10 << 20})
  void an_over_long_name_is_refused_without_being_read(int length) {
    String name = "a".repeat(length);
    KINDS.forEach(kind -> requireReadable(refusal(kind, name).orElseThrow()));
    for (int i = 0; i < 10_000; i++) {
      KINDS.forEach(kind -> refusal(kind, name).orElseThrow());
    }
  }

  @Test
  void a_wildcard_is_refused_where_a_name_is_wanted() {
    for (String name : List.of("*", "#", "a.*", "*.a", "a.#")) {
      assertThatThrownBy(() -> new Topic(name)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Address(name)).isInstanceOf(IllegalArgumentException.class);
      assertThatCode(() -> new TopicFilter(name)).doesNotThrowAnyException();
    }
  }

  @Test
  void names_are_compared_by_case_and_shown_as_they_are() {
    assertThat(new Topic("A")).isNotEqualTo(new Topic("a")).hasToString("A");
    assertThat(new Address("a.b")).isEqualTo(new Address("a.b")).hasToString("a.b");
  }

  private static Optional<String> refusal(Function<String, ?> kind, String name) {
    try {
      kind.apply(name);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  private static boolean keepsTheRule(String name) {
    List<String> levels = List.of(name.split("\\.", -1));
    return levels.stream().allMatch(level -> LEVEL.matcher(level).matches())
        && levels.size() <= 32
        && name.getBytes(StandardCharsets.UTF_8).length <= 255
        && Normalizer.normalize(name, Normalizer.Form.NFC).equals(name);
  }

  private static void requireReadable(String sentence) {
    assertThat(sentence).hasSizeLessThan(200).endsWith(".").doesNotContainPattern(UNPRINTABLE);
  }
}
