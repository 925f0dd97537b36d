package io.belfry.compare.run;

import io.belfry.compare.result.Contestant;
import io.belfry.compare.venue.Target;
import io.belfry.compare.venue.Venue;
import io.belfry.compare.venue.Wires;
import io.belfry.compare.venue.Wiring;
import io.belfry.transport.Side;
import io.belfry.transport.Transport;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A target for the time of a comparison. */
final class Booth implements AutoCloseable {

  private final Target target;
  private final Wires wires;
  private @Nullable Venue venue;
  private Map<String, String> guarantees = Map.of();
  private String problem = "";

  Booth(Target target, Wires wires) {
    this.target = target;
    this.wires = wires;
  }

  /** Opens it; if that fails, the others are compared all the same. */
  void open() {
    try {
      Venue opened = target.open();
      venue = opened;
      Wiring wiring = opened.wiring();
      try (Transport transport = wires.open(wiring, Side.HUB)) {
        guarantees = Guarantees.of(transport.capabilities(), wiring.isDirect());
      }
    } catch (RuntimeException e) {
      problem = Reason.of(e);
    }
  }

  String name() {
    return target.name();
  }

  Optional<Venue> venue() {
    return problem.isEmpty() ? Optional.ofNullable(venue) : Optional.empty();
  }

  String problem() {
    return problem;
  }

  Map<String, String> guarantees() {
    return guarantees;
  }

  Contestant contestant() {
    return new Contestant(target.name(), target.facts(), guarantees);
  }

  @Override
  public void close() {
    if (venue != null) {
      venue.close();
    }
  }
}
