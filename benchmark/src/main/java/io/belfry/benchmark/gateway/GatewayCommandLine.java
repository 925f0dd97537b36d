package io.belfry.benchmark.gateway;

import io.belfry.benchmark.browser.Mark;
import io.belfry.benchmark.program.Arguments;
import io.belfry.benchmark.program.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the options. */
final class GatewayCommandLine {

  private static final Set<String> KNOWN = Set.of(
      "--scenario",
      "--dir",
      "--sessions",
      "--size",
      "--rounds",
      "--seconds",
      "--warm-up",
      "--rate",
      "--window",
      "--json");
  private static final Set<String> FLAGS = Set.of("--help");

  private static final int MAX_SIZE = 1 << 18;
  private static final int MAX_RATE = 1_000_000;

  /** Each has two ends in this process. */
  private static final int MAX_SESSIONS = 10_000;

  /** Fewer than the gateway keeps waiting for a receiver; what is more, it reads from the log. */
  private static final int MAX_WINDOW = 10_000;

  private static final double SHORTEST = 0.01;
  private static final double LONGEST = 3_600;

  private GatewayCommandLine() {}

  /**
   * Reads the arguments.
   *
   * @throws UsageException if they make no sense
   */
  static GatewayOptions parse(String... arguments) {
    Arguments given = Arguments.parse(KNOWN, FLAGS, arguments);
    return new GatewayOptions(
        given
            .list("--scenario", String.join(",", GatewayContests.LABELS))
            .flatMap(GatewayCommandLine::scenarios)
            .distinct()
            .toList(),
        directory(given.text("--dir", System.getProperty("java.io.tmpdir", "."))),
        given.whole("--sessions", "1000", 1, MAX_SESSIONS),
        given.whole("--size", "100", Mark.LEAST, MAX_SIZE),
        given.whole("--rounds", "5", 1, 1_000),
        given.number("--seconds", "2", SHORTEST, LONGEST),
        given.number("--warm-up", "1", 0, LONGEST),
        given.whole("--rate", "200", 1, MAX_RATE),
        given.whole("--window", "64", 1, MAX_WINDOW),
        given.text("--json").map(Path::of),
        given.has("--help"));
  }

  private static Stream<String> scenarios(String name) {
    List<String> meant = GatewayContests.LABELS.stream()
        .filter(label -> label.equals(name) || label.startsWith(name + "-"))
        .toList();
    if (meant.isEmpty()) {
      throw new UsageException("There is no scenario '" + name + "'; there are "
          + String.join(", ", GatewayContests.LABELS) + ".");
    }
    return meant.stream();
  }

  private static Path directory(String name) {
    Path directory = Path.of(name);
    if (!Files.isDirectory(directory)) {
      throw new UsageException("There is no directory '" + name + "'; make it first.");
    }
    return directory;
  }
}
