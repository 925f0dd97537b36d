package io.belfry.compare.run;

import io.belfry.compare.scenario.Point;
import io.belfry.compare.scenario.Scenario;
import io.belfry.compare.scenario.Scenarios;
import io.belfry.compare.target.Venue;
import io.belfry.compare.target.Wires;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs trials, each under a number of its own. */
final class Trials {

  private static final Logger LOG = System.getLogger(Trials.class.getName());
  private static final String REHEARSAL = "pubsub";

  private final Troupes troupes;
  private final Wires wires;

  /** A broker may still have something of an earlier comparison. */
  private final AtomicInteger numbers =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(1 << 30));

  Trials(Troupes troupes, Wires wires) {
    this.troupes = troupes;
    this.wires = wires;
  }

  Measured run(Scenario scenario, Point point, Venue venue) {
    Trial trial = new Trial(numbers.incrementAndGet(), scenario, point, venue);
    return scenario
        .search()
        .map(goal -> new Search(trial, goal, troupes, wires, numbers::incrementAndGet).run())
        .orElseGet(() -> Performance.of(trial, troupes, wires));
  }

  /**
   * A trial that does not count, so that code is loaded and compiled before the first that does.
   */
  void rehearse(Venue venue) {
    Scenario scenario = Scenarios.of(List.of(REHEARSAL)).get(0);
    try {
      run(scenario, scenario.points().get(0), venue);
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "The rehearsal has failed; the trials will say why.", e);
    }
  }
}
