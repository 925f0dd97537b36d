package io.belfry.torture.stage;

import io.belfry.torture.cast.ActorProcess;
import io.belfry.torture.cast.HubProcess;
import io.belfry.torture.cast.Instructions;
import io.belfry.torture.cast.Role;
import io.belfry.torture.cast.ServerProcess;
import io.belfry.torture.cast.Wiring;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which processes there are, and what each is told. */
final class Plot {

  static final String HUB = "hub";
  static final String SERVER = "server-";
  static final String PUBLISHERS = "publishers";
  static final String STEADY = "steady-subscribers";
  static final String CRASHING = "crashing-subscribers";

  private final Options options;
  private final Wiring wiring;
  private final String store;
  private final Path directory;
  private final long began;

  Plot(Options options, Wiring wiring, String store, Path directory, long began) {
    this.options = options;
    this.wiring = wiring;
    this.store = store;
    this.directory = directory;
    this.began = began;
  }

  List<Part> hubs() {
    return options.transport().equals(Options.ZEROMQ) && options.servers() > 1
        ? List.of(part(HUB, HubProcess.class, new Instructions()))
        : List.of();
  }

  List<Part> servers() {
    List<Part> servers = new ArrayList<>();
    for (int i = 1; i <= options.servers(); i++) {
      servers.add(part(
          SERVER + i,
          ServerProcess.class,
          new Instructions()
              .with("side", options.hasBroker() ? "SPOKE" : "HUB")
              .with("store", store)));
    }
    return servers;
  }

  List<Part> actors() {
    List<Part> actors = new ArrayList<>();
    actors.add(actors(PUBLISHERS, ActorProcess.PUBLISHER, options.publishers(), number -> true));
    actors.add(subscribers(STEADY, number -> !Role.of(number).isCrashing()));
    if (IntStream.range(0, options.subscribers()).anyMatch(i -> Role.of(i).isCrashing())) {
      actors.add(subscribers(CRASHING, number -> Role.of(number).isCrashing()));
    }
    return actors;
  }

  private Part subscribers(String name, IntPredicate isMember) {
    return actors(name, ActorProcess.SUBSCRIBER, options.subscribers(), isMember);
  }

  private Part actors(String name, String kind, int count, IntPredicate isMember) {
    String cast = IntStream.range(0, count)
        .filter(isMember)
        .mapToObj(number -> kind + number)
        .collect(Collectors.joining(","));
    return part(
        name,
        ActorProcess.class,
        new Instructions()
            .with("cast", cast)
            .with("histories", directory.resolve("histories"))
            .with("began", began)
            .with("rate", options.rate()));
  }

  private Part part(String name, Class<?> program, Instructions instructions) {
    wiring.tell(instructions.with("name", name).with("loss", options.loss()));
    long seed = options.seed() + Map.entry(name, 0).hashCode();
    return new Part(
        name,
        program,
        start -> instructions.with("seed", seed + 7_919 * start),
        directory.resolve("logs"));
  }
}
