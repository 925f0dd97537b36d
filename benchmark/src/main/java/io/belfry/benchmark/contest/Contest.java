package io.belfry.benchmark.contest;

import io.belfry.benchmark.measure.Metric;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is measured side by side.
 *
 * @param label what it is called on the command line
 * @param baselines what the others are held against, if there is something
 * @param candidates the others
 * @param compared which of their figures can be compared with those of the baselines
 */
public record Contest(
    String label, List<Candidate> baselines, List<Candidate> candidates, Set<Metric> compared) {

  /** Copies the lists. */
  public Contest {
    baselines = List.copyOf(baselines);
    candidates = List.copyOf(candidates);
    compared = Set.copyOf(compared);
  }

  /** A contest without a baseline. */
  public static Contest among(String label, List<Candidate> candidates) {
    return new Contest(label, List.of(), candidates, Set.of());
  }

  /** All in the order in which they take their turns. */
  List<Candidate> all() {
    return Stream.concat(baselines.stream(), candidates.stream()).toList();
  }
}
