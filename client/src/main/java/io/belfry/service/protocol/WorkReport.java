package io.belfry.service.protocol;

import io.belfry.notifier.Outcome;
import java.util.List;
import java.util.Objects;

/**
 * What a worker tells of its work.
 *
 * @param id of the work
 * @param outcomes what became of it, for each recipient, in their order
 */
public record WorkReport(String id, List<Outcome> outcomes) {

  /** Copies the list. */
  public WorkReport {
    Objects.requireNonNull(id);
    outcomes = List.copyOf(outcomes);
  }
}
