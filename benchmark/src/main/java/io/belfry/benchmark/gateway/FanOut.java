package io.belfry.benchmark.gateway;

import io.belfry.benchmark.contest.Candidate;
import io.belfry.benchmark.measure.Figures;
import io.belfry.benchmark.measure.FullRate;
import io.belfry.benchmark.measure.Metric;
import io.belfry.benchmark.measure.Plan;
import java.util.Map;

/**
 * Many browsers that each get every event, as fast as it goes.
 *
 * @param contestant from whom
 * @param sessions how many they are
 */
record FanOut(Contestant contestant, int sessions) implements Candidate {

  @Override
  public String name() {
    return contestant.name();
  }

  @Override
  public Figures run(Plan plan) {
    Figures all = FullRate.measure(
        receiver -> Bells.open(contestant, sessions, receiver, sequence -> {}),
        sessions,
        false,
        plan);
    double heard = all.values().getOrDefault(Metric.THROUGHPUT, 0.0);
    return new Figures(Map.of(Metric.THROUGHPUT, heard / sessions), all.verdict());
  }
}
