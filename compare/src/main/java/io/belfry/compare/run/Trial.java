package io.belfry.compare.run;

import io.belfry.compare.load.Beat;
import io.belfry.compare.scenario.Point;
import io.belfry.compare.scenario.Scenario;
import io.belfry.compare.venue.Venue;

/**
 * One repeat of one point at one venue.
 *
 * @param number no other trial's number
 * @param scenario what is done
 * @param point with what
 * @param venue where
 */
record Trial(int number, Scenario scenario, Point point, Venue venue) {

  Beat beat() {
    return Beat.of(
        point.rate() / point.publishers(),
        scenario.warmUp().toNanos(),
        scenario.duration().toNanos());
  }

  Trial at(int other, double rate) {
    return new Trial(other, scenario, point.at(rate), venue);
  }
}
