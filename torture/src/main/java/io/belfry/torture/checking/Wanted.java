package io.belfry.torture.checking;

/** What a filter wants, found out anew. */
public final class Wanted {

  private final String[] pattern;

  /**
   * Reads a filter.
   *
   * @param filter its text
   */
  public Wanted(String filter) {
    pattern = filter.split("\\.", -1);
  }

  /**
   * Whether it wants a topic.
   *
   * @param topic the topic's name
   * @return whether it matches
   */
  public boolean has(String topic) {
    String[] levels = topic.split("\\.", -1);
    for (int i = 0; i < pattern.length; i++) {
      if (pattern[i].equals("#")) {
        return true;
      }
      if (i >= levels.length || !(pattern[i].equals("*") || pattern[i].equals(levels[i]))) {
        return false;
      }
    }
    return levels.length == pattern.length;
  }
}
