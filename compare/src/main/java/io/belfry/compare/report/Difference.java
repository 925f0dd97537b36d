package io.belfry.compare.report;

import io.belfry.compare.result.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is not as it was in an earlier comparison. A figure has changed if its median is at least 5
 * % off and the intervals are apart; what became of messages is always told.
 *
 * @param warnings what was not the same around the figures, and so may be why they changed
 * @param changes what changed, in the order of the later comparison; what is gone comes last
 */
public record Difference(List<String> warnings, List<Change> changes) {

  /** Copies the lists. */
  public Difference {
    warnings = List.copyOf(warnings);
    changes = List.copyOf(changes);
  }

  /**
   * The difference of two comparisons.
   *
   * @param before the earlier one
   * @param after the later one
   * @return what changed
   */
  public static Difference between(Comparison before, Comparison after) {
    List<Pair> pairs = Pair.of(before, after);
    List<Change> changes = new ArrayList<>();
    for (Pair pair : pairs) {
      changes.addAll(PresenceChanges.of(pair));
      changes.addAll(AccountChanges.of(pair));
      changes.addAll(FigureChanges.of(pair));
    }
    return new Difference(Circumstances.of(before, after, pairs), changes);
  }

  /**
   * The difference for people.
   *
   * @return lines of text, the warnings first
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    warnings.forEach(warning -> lines.add("!       " + Folded.safe(warning)));
    changes.forEach(change -> lines.add(
        String.format("%-7s %s", Names.written(change.kind()), Folded.safe(change.text()))));
    if (changes.isEmpty()) {
      lines.add("Nothing changed beyond the noise.");
    }
    return lines;
  }

  /**
   * The difference for programs.
   *
   * @return what can be written as a JSON object
   */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("warnings", warnings);
    map.put("changes", changes.stream().map(Change::toMap).toList());
    return map;
  }
}
