package io.belfry.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Against brute force: every filter of up to three levels, and every topic of up to four. */
class FilterSetsTest {

  private static final List<String> NAMES = List.of("a", "b", "c");
  private static final List<String> LEVELS = List.of("a", "b", "*");
  private static final int DEEPEST_FILTER = 3;
  private static final int DEEPEST_TOPIC = 4;

  private static final Names ON_WIRE = new Names("");

  private final List<Topic> topics = names(NAMES, DEEPEST_TOPIC).map(Topic::new).toList();
  private final List<TopicFilter> filters =
      withRest(names(LEVELS, DEEPEST_FILTER).toList()).map(TopicFilter::new).toList();

  @Test
  void a_filter_covers_another_if_it_matches_whatever_that_one_matches() {
    for (TopicFilter outer : filters) {
      for (TopicFilter inner : filters) {
        boolean covers = topics.stream().filter(inner::matches).allMatch(outer::matches);
        assertThat(FilterSets.covers(ON_WIRE.filter(outer), ON_WIRE.filter(inner)))
            .as(outer + " covers " + inner)
            .isEqualTo(covers);
      }
    }
  }

  @Test
  void filters_overlap_if_some_topic_is_matched_by_both() {
    for (TopicFilter one : filters) {
      for (TopicFilter other : filters) {
        boolean overlap =
            topics.stream().anyMatch(topic -> one.matches(topic) && other.matches(topic));
        assertThat(FilterSets.overlap(ON_WIRE.filter(one), ON_WIRE.filter(other)))
            .as(one + " overlaps " + other)
            .isEqualTo(overlap);
      }
    }
  }

  private static Stream<String> names(List<String> levels, int deepest) {
    List<String> all = new ArrayList<>(levels);
    List<String> last = levels;
    for (int depth = 2; depth <= deepest; depth++) {
      last = last.stream()
          .flatMap(name -> levels.stream().map(level -> name + "." + level))
          .toList();
      all.addAll(last);
    }
    return all.stream();
  }

  private static Stream<String> withRest(List<String> filters) {
    Stream<String> rests = filters.stream().map(filter -> filter + ".#");
    return Stream.of(Stream.of("#"), filters.stream(), rests).flatMap(some -> some);
  }
}
