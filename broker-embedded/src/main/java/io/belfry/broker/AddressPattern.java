package io.belfry.broker;

import java.util.List;
import java.util.regex.Pattern;

/** Patterns of addresses: which of them reach as far as others. */
final class AddressPattern {

  private static final String ONE = "*";
  private static final String REST = "#";
  private static final Pattern DOT = Pattern.compile("\\.");

  private AddressPattern() {}

  static void requireValid(String pattern) {
    List<String> levels = levels(pattern);
    boolean hasOddLevel = levels.stream().anyMatch(level -> level.isBlank() || isMixed(level));
    int rest = levels.indexOf(REST);
    if (hasOddLevel || (rest >= 0 && rest < levels.size() - 1)) {
      throw new BrokerException("'" + pattern + "' is no pattern of addresses; write levels with"
          + " dots between them, each a name or '*', and '#' only at the end.");
    }
  }

  /**
   * Whether all that the address stands for lies within the pattern. A subscriber names a pattern,
   * too, and must not get more by it than was allowed.
   */
  static boolean covers(String pattern, String address) {
    return covers(levels(pattern), levels(address));
  }

  private static boolean covers(List<String> pattern, List<String> address) {
    for (int i = 0; i < pattern.size(); i++) {
      if (pattern.get(i).equals(REST)) {
        return true;
      }
      if (i == address.size() || !coversLevel(pattern.get(i), address.get(i))) {
        return false;
      }
    }
    return pattern.size() == address.size();
  }

  private static boolean coversLevel(String pattern, String level) {
    return pattern.equals(level) || (pattern.equals(ONE) && !level.equals(REST));
  }

  private static boolean isMixed(String level) {
    return level.length() > 1 && (level.contains(ONE) || level.contains(REST));
  }

  private static List<String> levels(String pattern) {
    return List.of(DOT.split(pattern, -1));
  }
}
