package io.belfry.compare.run;

import io.belfry.compare.scenario.Layer;
import io.belfry.compare.scenario.Pattern;
import io.belfry.compare.scenario.Point;
import io.belfry.compare.scenario.Scenario;
import io.belfry.compare.scenario.Scenarios;
import io.belfry.compare.venue.Venue;
import io.belfry.compare.venue.Wires;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs trials, each under a number of its own. */
final class Trials {

  private static final Logger LOG = System.getLogger(Trials.class.getName());
  private static final String PUBSUB = "pubsub";
  private static final String NOTIFY = "notify";

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

  /** Trials that do not count, so that code is loaded and compiled before the first that does. */
  void rehearse(List<Venue> venues, List<Scenario> scenarios) {
    venues.forEach(venue -> rehearse(venue, PUBSUB));
    boolean isServed = scenarios.stream()
        .anyMatch(scenario -> scenario.pattern() == Pattern.NOTIFY
            || scenario.points().stream().anyMatch(point -> point.layer() == Layer.SERVICE));
    if (isServed) {
      venues.stream().findFirst().ifPresent(venue -> rehearse(venue, NOTIFY));
    }
  }

  private void rehearse(Venue venue, String name) {
    Scenario scenario = Scenarios.of(List.of(name)).get(0);
    try {
      run(scenario, scenario.points().get(0), venue);
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "The rehearsal has failed; the trials will say why.", e);
    }
  }
}
