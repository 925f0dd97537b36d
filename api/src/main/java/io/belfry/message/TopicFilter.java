package io.belfry.message;

/**
 * Which topics a subscription wants: a topic in which a level may be {@code *} (any one level) and
 * the last may be {@code #} (any number of levels, none included).
 *
 * <p>{@code finance.*.market} matches {@code finance.stock.market}; {@code finance.#} matches
 * {@code finance} and everything below it; {@code #} matches every topic. Levels are compared
 * whole: {@code weather} does not match {@code weatherman}.
 *
 * @param pattern the filter as it is written
 */
public record TopicFilter(String pattern) {

  private static final String ONE = "*";
  private static final String REST = "#";

  /**
   * Checks the pattern.
   *
   * @throws IllegalArgumentException with one sentence, if a level breaks the rule of {@link Topic}
   *     or a wildcard does not stand alone in its level, or {@code #} is not the last level
   */
  public TopicFilter {
    requirePattern(pattern);
  }

  /**
   * The filter that matches this topic alone.
   *
   * @param topic the topic to match
   * @return a filter without wildcards
   */
  public static TopicFilter exactly(Topic topic) {
    return new TopicFilter(topic.name());
  }

  /**
   * Whether this filter wants the topic. Allocates nothing.
   *
   * @param topic the topic in question
   * @return whether every level matches
   */
  public boolean matches(Topic topic) {
    String name = topic.name();
    int p = 0;
    int n = 0;
    while (p <= pattern.length()) {
      int patternEnd = Names.levelEnd(pattern, p);
      if (isLevel(REST, p, patternEnd)) {
        return true;
      }
      if (n > name.length()) {
        return false;
      }
      int nameEnd = Names.levelEnd(name, n);
      if (!isLevel(ONE, p, patternEnd)
          && !(patternEnd - p == nameEnd - n && pattern.regionMatches(p, name, n, nameEnd - n))) {
        return false;
      }
      p = patternEnd + 1;
      n = nameEnd + 1;
    }
    return n > name.length();
  }

  /**
   * Whether the filter has a wildcard, so that it can match more than one topic.
   *
   * @return false if it matches exactly one topic
   */
  public boolean hasWildcard() {
    return pattern.contains(ONE) || pattern.contains(REST);
  }

  @Override
  public String toString() {
    return pattern;
  }

  private boolean isLevel(String wildcard, int start, int end) {
    return end - start == 1 && pattern.startsWith(wildcard, start);
  }

  private static void requirePattern(String pattern) {
    Names.requireShort("filter", pattern);
    int levels = 0;
    for (int start = 0; start <= pattern.length(); levels++) {
      int end = Names.levelEnd(pattern, start);
      String level = pattern.substring(start, end);
      if (level.equals(REST) && end < pattern.length()) {
        throw Names.refused("filter", pattern, "has '#' before its last level");
      }
      if (!level.equals(REST) && !level.equals(ONE)) {
        Names.requireLevel("filter", pattern, start, end);
      }
      start = end + 1;
    }
    Names.requireFewLevels("filter", pattern, levels);
    Names.requireNormal("filter", pattern);
  }
}
