package io.belfry.transport.zeromq;

import io.belfry.message.TopicFilter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The prefixes to subscribe to for a filter. A topic in a frame ends with NUL, so that a filter
 * without wildcards brings its own topic alone.
 */
final class Prefixes {

  private static final String NUL = "\0";

  private Prefixes() {}

  static List<byte[]> of(TopicFilter filter) {
    String stem = stem(filter);
    if (!filter.hasWildcard()) {
      return bytes(stem + NUL);
    }
    boolean matchesStem = !stem.isEmpty() && filter.pattern().equals(stem + "#");
    return matchesStem ? bytes(stem, stem.substring(0, stem.length() - 1) + NUL) : bytes(stem);
  }

  /** The narrowest filter that matches all that the prefixes bring. */
  static TopicFilter coarse(TopicFilter filter) {
    return filter.hasWildcard() ? new TopicFilter(stem(filter) + "#") : filter;
  }

  /** The levels before the first wildcard, each with its dot; all of them if there is none. */
  private static String stem(TopicFilter filter) {
    String stem = "";
    for (String level : filter.pattern().split("\\.", -1)) {
      if (level.equals("*") || level.equals("#")) {
        return stem;
      }
      stem = stem + level + ".";
    }
    return stem.substring(0, stem.length() - 1);
  }

  private static List<byte[]> bytes(String... prefixes) {
    return Stream.of(prefixes)
        .map(prefix -> prefix.getBytes(StandardCharsets.UTF_8))
        .toList();
  }
}
