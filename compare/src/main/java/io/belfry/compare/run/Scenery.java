package io.belfry.compare.run;

import io.belfry.compare.scenario.Fault;
import io.belfry.compare.scenario.Layer;
import io.belfry.compare.scenario.Pattern;
import io.belfry.compare.venue.Cable;
import io.belfry.compare.venue.House;
import io.belfry.compare.venue.Middle;
import io.belfry.compare.venue.Venue;
import io.belfry.compare.venue.Wiring;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What stands around those who play: a middle to be killed, a cable to be cut, a service. */
final class Scenery implements AutoCloseable {

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Wiring wiring;
  private @Nullable Middle mortal;
  private @Nullable Cable cable;
  private @Nullable House house;

  /** Puts up what the trial needs; if a part can't be had, nothing stays. */
  Scenery(Trial trial) {
    try {
      wiring = build(trial);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private Wiring build(Trial trial) {
    Venue venue = trial.venue();
    Fault fault = trial.scenario().fault();
    Wiring built = venue.wiring();
    if (fault == Fault.BROKER_RESTART) {
      mortal = keep(venue.mortal());
      built = mortal.wiring();
    }
    if (trial.scenario().pattern() == Pattern.NOTIFY || trial.point().layer() == Layer.SERVICE) {
      house = keep(venue.house(built));
    }
    if (fault == Fault.RECONNECT) {
      cable = keep(venue.cable(built));
    }
    return built;
  }

  private <T extends AutoCloseable> T keep(T one) {
    opened.push(one);
    return one;
  }

  Wiring wiring() {
    return wiring;
  }

  /** The way of the first subscriber, who may be cut off. */
  Wiring first() {
    return cable == null ? wiring : cable.wiring();
  }

  Middle mortal() {
    return required(mortal);
  }

  Cable cable() {
    return required(cable);
  }

  House house() {
    return required(house);
  }

  /** Whether those who play have to be spokes, as something else is the hub. */
  boolean hasHub() {
    return !wiring.isDirect() || house != null;
  }

  private static <T> T required(@Nullable T one) {
    if (one == null) {
      throw new IllegalStateException("This trial has no such thing around it.");
    }
    return one;
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      Closing.quietly(opened.pop());
    }
  }
}
