package io.belfry.benchmark.gateway;

import io.belfry.benchmark.browser.CrowdProcess;
import io.belfry.benchmark.contest.Candidate;
import io.belfry.benchmark.contest.Heap;
import io.belfry.benchmark.measure.Figures;
import io.belfry.benchmark.measure.Metric;
import io.belfry.benchmark.measure.Plan;
import io.belfry.benchmark.measure.Verdict;
import java.util.Map;

/**
 * What a server keeps on its heap for each of many browsers for whom nothing comes.
 *
 * @param contestant whose server
 * @param sessions how many they are
 */
record IdleMemory(Contestant contestant, int sessions) implements Candidate {

  /** What is loaded and made for the first ones is not counted. */
  private static final int FIRST = 20;

  @Override
  public String name() {
    return contestant.name();
  }

  @Override
  public Figures run(Plan plan) {
    try (Site site = Bells.start(contestant, FIRST + sessions);
        CrowdProcess first = CrowdProcess.start(contestant.way(), site.port(), FIRST)) {
      long before = Heap.used();
      double kept = kept(site, before);
      first.requireAll();
      return new Figures(Map.of(Metric.KEPT, Math.max(0, kept) / sessions), Verdict.FLAWLESS);
    }
  }

  private double kept(Site site, long before) {
    try (CrowdProcess crowd = CrowdProcess.start(contestant.way(), site.port(), sessions)) {
      long kept = Heap.used() - before;
      crowd.requireAll();
      return kept;
    }
  }
}
