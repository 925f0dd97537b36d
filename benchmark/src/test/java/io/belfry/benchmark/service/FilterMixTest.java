package io.belfry.benchmark.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.TopicFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterMixTest {

  @Test
  void it_is_the_same_each_time() {
    assertThat(FilterMix.of(100)).isEqualTo(FilterMix.of(100));
  }

  @Test
  void most_filters_want_one_topic() {
    assertThat(FilterMix.of(10_000).filters().stream()
            .filter(TopicFilter::hasWildcard)
            .count())
        .isBetween(1_900L, 2_100L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000})
  void a_topic_is_wanted_by_about_as_many_however_many_filters_there_are(int count) {
    FilterMix mix = FilterMix.of(count);
    Matcher matcher = Matcher.index(mix.filters());
    double found = mix.topics().stream()
        .mapToInt(topic -> matcher.match(topic).size())
        .average()
        .orElseThrow();
    assertThat(found).isBetween(1.0, 3.0);
  }

  @Test
  void both_matchers_find_the_same() {
    FilterMix mix = FilterMix.of(200);
    Matcher scan = Matcher.scan(mix.filters());
    Matcher index = Matcher.index(mix.filters());
    assertThat(mix.topics().subList(0, 1_000))
        .allSatisfy(topic ->
            assertThat(index.match(topic)).containsExactlyInAnyOrderElementsOf(scan.match(topic)));
  }
}
