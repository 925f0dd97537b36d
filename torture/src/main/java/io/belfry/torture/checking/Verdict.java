package io.belfry.torture.checking;

import java.util.List;

/**
 * What the histories show.
 *
 * @param violations the promises that were broken
 * @param figures what happened, in numbers
 */
public record Verdict(List<Violation> violations, Figures figures) {

  /** Copies the list. */
  public Verdict {
    violations = List.copyOf(violations);
  }
}
