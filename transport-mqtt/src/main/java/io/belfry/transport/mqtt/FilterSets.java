package io.belfry.transport.mqtt;

import java.util.List;

/** How the topics that two filters of MQTT match lie to each other. */
final class FilterSets {

  private static final String ONE = "+";
  private static final String REST = "#";

  private FilterSets() {}

  /** Whether every topic that the inner filter matches is matched by the outer one as well. */
  static boolean covers(String outer, String inner) {
    List<String> outerLevels = levels(outer);
    List<String> innerLevels = levels(inner);
    for (int i = 0; i < outerLevels.size(); i++) {
      String level = outerLevels.get(i);
      if (level.equals(REST)) {
        return true;
      }
      if (i >= innerLevels.size() || innerLevels.get(i).equals(REST)) {
        return false;
      }
      if (!level.equals(ONE) && !level.equals(innerLevels.get(i))) {
        return false;
      }
    }
    return outerLevels.size() == innerLevels.size();
  }

  /** Whether there is a topic that both filters match. */
  static boolean overlap(String one, String other) {
    List<String> a = levels(one);
    List<String> b = levels(other);
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      if (isRest(a, i) || isRest(b, i)) {
        return true;
      }
      if (i >= a.size() || i >= b.size() || !meet(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRest(List<String> levels, int i) {
    return i < levels.size() && levels.get(i).equals(REST);
  }

  private static boolean meet(String a, String b) {
    return a.equals(ONE) || b.equals(ONE) || a.equals(b);
  }

  /** A topic has a level at least, so all topics are those of any first level, and the rest. */
  private static List<String> levels(String filter) {
    return filter.equals(REST) ? List.of(ONE, REST) : List.of(filter.split("/", -1));
  }
}
