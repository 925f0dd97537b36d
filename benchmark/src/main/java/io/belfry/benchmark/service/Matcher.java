package io.belfry.benchmark.service;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.matching.FilterIndex;
import java.util.ArrayList;
import java.util.List;

/** Finds whose filters want a topic. */
@FunctionalInterface
interface Matcher {

  List<Integer> match(Topic topic);

  /** Asks each filter. */
  static Matcher scan(List<TopicFilter> filters) {
    return topic -> {
      List<Integer> found = new ArrayList<>();
      for (int i = 0; i < filters.size(); i++) {
        if (filters.get(i).matches(topic)) {
          found.add(i);
        }
      }
      return found;
    };
  }

  /** Asks the service's index. */
  static Matcher index(List<TopicFilter> filters) {
    FilterIndex<Integer> index = new FilterIndex<>();
    for (int i = 0; i < filters.size(); i++) {
      index.add(filters.get(i), i);
    }
    return index::match;
  }
}
