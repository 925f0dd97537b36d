package io.belfry.server.access;

import io.belfry.message.TopicFilter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Whether some filters want every topic that another filter wants. */
final class Coverage {

  private static final String ONE = "*";
  private static final String REST = "#";

  /** Stands for a level that no filter names, and no topic has. */
  private static final String UNHEARD_OF = "";

  private Coverage() {}

  /**
   * Asks for the hardest topics that the filter wants: each wildcard stands for levels that nobody
   * names. What wants such a topic has a wildcard wherever it has one, and so wants all topics of
   * that length. Beyond the longest of the covering filters, only those that end with {@code #}
   * match, and these do not care for the length.
   */
  static boolean covers(Collection<TopicFilter> covering, TopicFilter filter) {
    List<String[]> patterns =
        covering.stream().map(other -> levels(other.pattern())).toList();
    String[] start = levels(filter.pattern());
    if (!start[start.length - 1].equals(REST)) {
      return isWanted(hardest(start, start.length, start.length), patterns);
    }
    int fixed = start.length - 1;
    int longest = patterns.stream().mapToInt(levels -> levels.length).max().orElse(0);
    // There is no topic without a level.
    for (int length = Math.max(1, fixed); length <= Math.max(fixed, longest) + 1; length++) {
      if (!isWanted(hardest(start, fixed, length), patterns)) {
        return false;
      }
    }
    return true;
  }

  private static String[] hardest(String[] pattern, int fixed, int length) {
    String[] topic = new String[length];
    Arrays.fill(topic, UNHEARD_OF);
    for (int i = 0; i < fixed; i++) {
      topic[i] = pattern[i].equals(ONE) ? UNHEARD_OF : pattern[i];
    }
    return topic;
  }

  private static boolean isWanted(String[] topic, List<String[]> patterns) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, topic));
  }

  private static boolean matches(String[] pattern, String[] topic) {
    for (int i = 0; i < pattern.length; i++) {
      if (pattern[i].equals(REST)) {
        return true;
      }
      if (i >= topic.length || !(pattern[i].equals(ONE) || pattern[i].equals(topic[i]))) {
        return false;
      }
    }
    return pattern.length == topic.length;
  }

  private static String[] levels(String pattern) {
    return pattern.split("\\.", -1);
  }
}
