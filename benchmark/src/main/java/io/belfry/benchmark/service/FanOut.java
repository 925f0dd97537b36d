package io.belfry.benchmark.service;

import io.belfry.benchmark.contest.Candidate;
import io.belfry.benchmark.measure.Figures;
import io.belfry.benchmark.measure.FullRate;
import io.belfry.benchmark.measure.Metric;
import io.belfry.benchmark.measure.OpenLoop;
import io.belfry.benchmark.measure.Plan;
import io.belfry.benchmark.measure.Verdict;
import io.belfry.benchmark.store.Stores;
import io.belfry.benchmark.wire.OneWay;
import io.belfry.benchmark.wire.Receiver;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A publisher, and subscribers that each get every event: as fast as it goes, then by the clock.
 *
 * @param way how all of them reach the service
 * @param stores where it has its log
 * @param subscribers how many there are
 */
record FanOut(Way way, Stores stores, int subscribers) implements Candidate {

  @Override
  public String name() {
    return way.name();
  }

  @Override
  public Figures run(Plan plan) {
    AtomicLong disordered = new AtomicLong();
    Figures full =
        FullRate.measure(receiver -> open(receiver, disordered), subscribers, false, plan);
    Figures timed =
        OpenLoop.measure(receiver -> open(receiver, disordered), subscribers, false, plan);
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    values.putAll(timed.values());
    values.put(Metric.THROUGHPUT, full.values().getOrDefault(Metric.THROUGHPUT, 0.0) / subscribers);
    return new Figures(values, verdict(full.verdict().plus(timed.verdict()), disordered.get()));
  }

  /** What counts as order is that of the log: over a wire, a publisher's events may overtake. */
  private static Verdict verdict(Verdict heard, long disordered) {
    return new Verdict(heard.lost(), heard.repeated(), disordered, heard.damaged());
  }

  private OneWay open(Receiver receiver, AtomicLong disordered) {
    Deployment deployment = Deployment.open(stores, way);
    try {
      return Telling.start(deployment, subscribers, receiver, disordered);
    } catch (RuntimeException e) {
      deployment.close();
      throw e;
    }
  }
}
