package io.belfry.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belfry.trials.Trials;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicFilterTest {

  @ParameterizedTest
  @CsvSource({
    "finance.*.market, finance.stock.market",
    "finance.#,        finance",
    "finance.#,        finance.stock",
    "finance.#,        finance.stock.market",
    "#,                weather",
    "#,                a.b.c",
    "*,                a",
    "*.#,              a",
    "*.*.#,            a.b",
    "weather,          weather",
  })
  void matches(String filter, String topic) {
    assertThat(new TopicFilter(filter).matches(new Topic(topic))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "weather,          weatherman",
    "weather,          weathe",
    "weather.#,        weatherman",
    "weather,          Weather",
    "finance.*.market, finance.market",
    "finance.*.market, finance.a.b.market",
    "finance.*,        finance",
    "finance.*,        finance.a.b",
    "finance,          finance.stock",
    "finance.stock,    finance",
    "*,                a.b",
    "*.*.#,            a",
  })
  void does_not_match(String filter, String topic) {
    assertThat(new TopicFilter(filter).matches(new Topic(topic))).isFalse();
  }

  @Test
  void matches_as_a_comparison_level_by_level_does() {
    Trials.run(20_000, random -> {
      String filter = filter(random);
      String topic = levels(random, "a", "b", "ab");
      assertThat(new TopicFilter(filter).matches(new Topic(topic)))
          .as("'%s' matches '%s'", filter, topic)
          .isEqualTo(matches(List.of(filter.split("\\.")), List.of(topic.split("\\."))));
    });
  }

  @Test
  void a_filter_made_from_a_topic_matches_that_topic_alone() {
    Trials.run(5_000, random -> {
      Topic topic = new Topic(levels(random, "a", "b", "ab"));
      Topic other = new Topic(levels(random, "a", "b", "ab"));
      TopicFilter filter = TopicFilter.exactly(topic);
      assertThat(filter.hasWildcard()).isFalse();
      assertThat(filter.matches(topic)).isTrue();
      assertThat(filter.matches(other)).isEqualTo(topic.equals(other));
    });
  }

  @Test
  void a_filter_says_whether_it_has_a_wildcard() {
    assertThat(new TopicFilter("a.*.b").hasWildcard()).isTrue();
    assertThat(new TopicFilter("#").hasWildcard()).isTrue();
    assertThat(new TopicFilter("a.b").hasWildcard()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#.a", "a.#.b", "#.#", "#.*"})
  void a_rest_is_refused_before_the_last_level(String pattern) {
    assertThatThrownBy(() -> new TopicFilter(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("has '#' before its last level.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a*", "*a", "**", "##", "a.b#", "*.a*", "a.+", "*.", ".*", "#.", "*..a"})
  void a_wildcard_that_does_not_stand_alone_is_refused(String pattern) {
    assertThatThrownBy(() -> new TopicFilter(pattern)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String filter(SplittableRandom random) {
    String levels = levels(random, "a", "b", "ab", "*", "*");
    return random.nextInt(3) == 0 ? levels + ".#" : random.nextInt(20) == 0 ? "#" : levels;
  }

  private static String levels(SplittableRandom random, String... choices) {
    return IntStream.rangeClosed(0, random.nextInt(4))
        .mapToObj(i -> Trials.oneOf(random, choices))
        .collect(Collectors.joining("."));
  }

  private static boolean matches(List<String> filter, List<String> topic) {
    if (filter.isEmpty() || topic.isEmpty()) {
      return filter.equals(List.of("#")) || (filter.isEmpty() && topic.isEmpty());
    }
    String first = filter.get(0);
    return first.equals("#")
        || ((first.equals("*") || first.equals(topic.get(0)))
            && matches(filter.subList(1, filter.size()), topic.subList(1, topic.size())));
  }
}
