package io.belfry.benchmark.gateway;

import io.belfry.benchmark.contest.Candidate;
import io.belfry.benchmark.measure.Figures;
import io.belfry.benchmark.measure.OpenLoop;
import io.belfry.benchmark.measure.Plan;
import io.belfry.benchmark.measure.Verdict;

/**
 * One browser that gets events by the clock.
 *
 * @param contestant from whom
 */
record Latency(Contestant contestant) implements Candidate {

  @Override
  public String name() {
    return contestant.name();
  }

  @Override
  public Figures run(Plan plan) {
    Committed committed = new Committed(plan.warmUpMessages());
    Figures whole = OpenLoop.measure(
        receiver -> Bells.open(contestant, 1, committed.before(receiver), committed::commit),
        1,
        false,
        plan);
    return whole.values().isEmpty()
        ? whole
        : whole.and(new Figures(committed.percentiles(), Verdict.FLAWLESS));
  }
}
