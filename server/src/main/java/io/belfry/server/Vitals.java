package io.belfry.server;

import io.belfry.transport.Health;
import io.belfry.transport.Health.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** How the parts of a server are. All of it is known already: nobody is asked, nothing blocks. */
final class Vitals {

  private final Map<String, BooleanSupplier> threads;
  private final StoreWatch store;
  private final List<Wire> wires;

  /**
   * Of these parts.
   *
   * @param threads whether a thread goes on, by what it does
   * @param store what is known of the store
   * @param wires what the service is offered over
   */
  Vitals(Map<String, BooleanSupplier> threads, StoreWatch store, List<Wire> wires) {
    this.threads = new LinkedHashMap<>(threads);
    this.store = store;
    this.wires = List.copyOf(wires);
  }

  /** What only a new start of the process can mend. */
  Map<String, Health> life() {
    Map<String, Health> parts = new LinkedHashMap<>();
    threads.forEach((name, isAlive) -> parts.put(name, thread(isAlive.getAsBoolean())));
    return parts;
  }

  /** What has to be there for requests to succeed. */
  Map<String, Health> readiness() {
    Map<String, Health> parts = new LinkedHashMap<>();
    parts.put("store", store());
    wire().ifPresent(health -> parts.put("transport", health));
    return parts;
  }

  Health store() {
    return store.health();
  }

  private static Health thread(boolean isAlive) {
    return isAlive
        ? new Health(State.UP, "Its thread goes on.")
        : new Health(State.DOWN, "Its thread has ended; start the server anew.");
  }

  /** The first that is ill stands for all of them. */
  Optional<Health> wire() {
    List<Health> all = wires.stream().map(wire -> wire.transport().health()).toList();
    return all.stream()
        .filter(health -> !health.isHealthy())
        .findFirst()
        .or(() -> all.stream().findFirst());
  }
}
