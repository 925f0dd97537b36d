package io.belfry.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether filters want every topic that another one wants. */
class CoverageTest {

  /** Two names that filters have, and one that none has. */
  private static final List<String> NAMES = List.of("a", "b", "z");

  private static final int FILTER_LEVELS = 3;

  /** One more than a filter has: what is longer is matched alike. */
  private static final List<Topic> TOPICS = topics(FILTER_LEVELS + 2);

  private static final List<TopicFilter> FILTERS = filters();

  @Test
  void one_filter_covers_another_just_if_it_wants_all_its_topics() {
    for (TopicFilter covering : FILTERS) {
      for (TopicFilter filter : FILTERS) {
        requireRight(List.of(covering), filter);
      }
    }
  }

  @Test
  void several_filters_cover_another_just_if_they_want_all_its_topics_together() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      List<TopicFilter> covering = random
          .ints(random.nextInt(5), 0, FILTERS.size())
          .mapToObj(FILTERS::get)
          .toList();
      requireRight(covering, FILTERS.get(random.nextInt(FILTERS.size())));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "#, a.b.c, true",
    "#, #, true",
    "*.#, #, true",
    "a.#, a, true",
    "a.#, a.*.#, true",
    "a.*.#, a.#, false",
    "a a.*.#, a.#, true",
    "* *.* *.*.#, #, true",
    "* *.*.*.#, #, false",
    "a.*, a.#, false",
    "a b, *, false",
    "weather, weatherman, false"
  })
  void these_are_so(String covering, String filter, boolean isCovered) {
    List<TopicFilter> filters =
        Stream.of(covering.split(" ")).map(TopicFilter::new).toList();
    assertThat(Coverage.covers(filters, new TopicFilter(filter))).isEqualTo(isCovered);
  }

  private static void requireRight(List<TopicFilter> covering, TopicFilter filter) {
    boolean isCovered = TOPICS.stream()
        .filter(filter::matches)
        .allMatch(topic -> covering.stream().anyMatch(other -> other.matches(topic)));
    assertThat(Coverage.covers(covering, filter))
        .as("%s cover %s", covering, filter)
        .isEqualTo(isCovered);
  }

  private static List<Topic> topics(int levels) {
    List<String> all = new ArrayList<>();
    List<String> longest = NAMES;
    for (int i = 1; i <= levels; i++) {
      all.addAll(longest);
      longest = longest.stream()
          .flatMap(start -> NAMES.stream().map(name -> start + "." + name))
          .toList();
    }
    return all.stream().map(Topic::new).toList();
  }

  private static List<TopicFilter> filters() {
    List<String> all = new ArrayList<>(List.of("#"));
    List<String> starts = List.of("");
    for (int i = 1; i <= FILTER_LEVELS; i++) {
      starts = starts.stream()
          .flatMap(start -> Stream.of("a", "b", "*").map(level -> start + level + "."))
          .toList();
      starts.forEach(start -> all.add(start.substring(0, start.length() - 1)));
      if (i < FILTER_LEVELS) {
        starts.forEach(start -> all.add(start + "#"));
      }
    }
    return all.stream().map(TopicFilter::new).toList();
  }
}
