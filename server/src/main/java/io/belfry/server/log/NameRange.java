package io.belfry.server.log;

import io.belfry.message.TopicFilter;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where in the order of names the topics stand that a filter can match, so that an index can be
 * used. Others stand there, too.
 *
 * @param condition for a query, beginning with AND; empty if they can stand anywhere
 * @param parameters its parameters
 */
record NameRange(String condition, Map<String, String> parameters) {

  /** Comes right after the dot, in the order of code points. */
  private static final char AFTER_DOT = '/';

  static NameRange of(TopicFilter filter) {
    if (!filter.hasWildcard()) {
      return new NameRange(" AND name = :name", Map.of("name", filter.pattern()));
    }
    String prefix = Arrays.stream(filter.pattern().split("\\.", -1))
        .takeWhile(level -> !level.equals("*") && !level.equals("#"))
        .collect(Collectors.joining("."));
    return prefix.isEmpty()
        ? new NameRange("", Map.of())
        : new NameRange(
            " AND name >= :low AND name < :high",
            Map.of("low", prefix, "high", prefix + AFTER_DOT));
  }
}
