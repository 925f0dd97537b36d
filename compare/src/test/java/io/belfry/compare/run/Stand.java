package io.belfry.compare.run;

import io.belfry.compare.venue.Cable;
import io.belfry.compare.venue.House;
import io.belfry.compare.venue.Middle;
import io.belfry.compare.venue.Target;
import io.belfry.compare.venue.Venue;
import io.belfry.compare.venue.Wiring;
import java.util.Map;
import java.util.Optional;

/** A target that needs nothing around it. */
record Stand(String name, Wiring wiring) implements Target, Venue {

  @Override
  public Map<String, String> facts() {
    return Map.of("transport", wiring.transport());
  }

  @Override
  public Venue open() {
    return this;
  }

  @Override
  public Optional<Middle> middle() {
    return Optional.empty();
  }

  @Override
  public Middle mortal() {
    throw new Missing("Nothing stands in the middle of " + name + ".");
  }

  @Override
  public Cable cable(Wiring any) {
    throw new Missing("There is no cable to " + name + ".");
  }

  @Override
  public House house(Wiring any) {
    throw new Missing("There is no house at " + name + ".");
  }

  @Override
  public void close() {}
}
