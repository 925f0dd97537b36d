package io.belfry.compare.result;

import java.util.List;
import java.util.Map;

/**
 * What came of one scenario at one point, for one contestant.
 *
 * @param scenario the scenario's name
 * @param point what is varied in it, such as size or subscribers, with its value here; in order
 * @param contestant the contestant's name
 * @param promise the guarantees that matter in this scenario: findings of one scenario are alike if
 *     these are the same
 * @param runs each repeat that has come to its end
 * @param curves the times of all repeats together, by what was timed
 * @param problem why there are no runs, or fewer than wanted; empty if all is well
 */
public record Finding(
    String scenario,
    Map<String, String> point,
    String contestant,
    Map<String, String> promise,
    List<Run> runs,
    Map<Timed, Curve> curves,
    String problem) {

  /**
   * The median of a figure over the repeats, with an interval.
   *
   * @param metric which figure
   * @return the spread; of nothing if no run has it
   */
  public Spread spread(Metric metric) {
    return Spread.of(runs.stream()
        .filter(run -> run.figures().containsKey(metric))
        .mapToDouble(run -> run.figures().get(metric))
        .toArray());
  }

  /**
   * The accounts of all runs together.
   *
   * @return the sum
   */
  public Account account() {
    return runs.stream().map(Run::account).reduce(Account.NONE, Account::plus);
  }
}
