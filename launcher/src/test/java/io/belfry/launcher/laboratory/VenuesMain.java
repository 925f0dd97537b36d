package io.belfry.launcher.laboratory;

import io.belfry.compare.venue.House;
import io.belfry.compare.venue.Target;
import io.belfry.compare.venue.Venue;
import io.belfry.launcher.plugin.Plugins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A laboratory with all that it can have, until it is told to close. */
final class VenuesMain {

  private VenuesMain() {}

  public static void main(String[] arguments) throws Exception {
    Plugins plugins = Plugins.load(Path.of("none"));
    Equipment equipment = new Equipment(plugins, Path.of("none"));
    List<Venue> venues = new ArrayList<>();
    for (Target target : TargetList.read(Path.of(arguments[0]), equipment)) {
      Venue venue = target.open();
      venues.add(venue);
      venues.add(venue);
      venue.mortal();
    }
    House house = venues.get(0).house(venues.get(0).wiring());
    System.out.println("open");
    if (System.in.read() < 0) {
      new CountDownLatch(1).await();
    }
    house.close();
    venues.forEach(Venue::close); // A second close does nothing.
    plugins.close();
  }
}
