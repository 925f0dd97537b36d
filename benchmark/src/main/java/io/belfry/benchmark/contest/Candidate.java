package io.belfry.benchmark.contest;

import io.belfry.benchmark.measure.Figures;
import io.belfry.benchmark.measure.Plan;

/** One way to do what a contest asks for. */
public interface Candidate {

  /** What it is called in tables. */
  String name();

  /**
   * Does it once, from nothing.
   *
   * @param plan how long and how hard
   */
  Figures run(Plan plan) throws Exception;
}
