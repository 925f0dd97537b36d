package io.belfry.benchmark.service;

import io.belfry.benchmark.program.Arguments;
import io.belfry.benchmark.program.UsageException;
import io.belfry.benchmark.store.PostgresStores;
import io.belfry.benchmark.store.SqliteStores;
import io.belfry.benchmark.store.Stores;
import io.belfry.benchmark.wire.Sequence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the options. */
final class ServiceCommandLine {

  private static final Set<String> KNOWN = Set.of(
      "--scenario",
      "--store",
      "--dir",
      "--transport",
      "--size",
      "--rounds",
      "--seconds",
      "--warm-up",
      "--rate",
      "--window",
      "--idle",
      "--json");
  private static final Set<String> FLAGS = Set.of("--help");

  private static final String SQLITE = "sqlite";
  private static final int MAX_SIZE = 1 << 18;
  private static final int MANY = 1_000_000;
  private static final double SHORTEST = 0.01;
  private static final double LONGEST = 3_600;

  private ServiceCommandLine() {}

  /**
   * Reads the arguments.
   *
   * @throws UsageException if they make no sense
   */
  static ServiceOptions parse(String... arguments) {
    Arguments given = Arguments.parse(KNOWN, FLAGS, arguments);
    String store = store(given.text("--store", SQLITE));
    return new ServiceOptions(
        given
            .list("--scenario", String.join(",", Contests.LABELS))
            .flatMap(ServiceCommandLine::scenarios)
            .distinct()
            .toList(),
        store,
        given.text("--dir").map(directory -> directory(store, directory)),
        transport(given.text("--transport", "zeromq")),
        given.whole("--size", "100", Sequence.BYTES, MAX_SIZE),
        given.whole("--rounds", "5", 1, 1_000),
        given.number("--seconds", "2", SHORTEST, LONGEST),
        given.number("--warm-up", "1", 0, LONGEST),
        given.whole("--rate", "200", 1, MANY),
        given.whole("--window", "64", 1, MANY),
        given.whole("--idle", "10000", 1, MANY),
        given.text("--json").map(Path::of),
        given.has("--help"));
  }

  private static Stream<String> scenarios(String name) {
    List<String> meant = Contests.LABELS.stream()
        .filter(label -> label.equals(name) || label.startsWith(name + "-"))
        .toList();
    if (meant.isEmpty()) {
      throw new UsageException("There is no scenario '" + name + "'; there are "
          + String.join(", ", Contests.LABELS) + ".");
    }
    return meant.stream();
  }

  private static String store(String store) {
    if (!store.equals(SQLITE)
        && !store.equals("postgres")
        && !store.startsWith("jdbc:postgresql:")) {
      throw new UsageException(
          "A store is sqlite, postgres or jdbc:postgresql://HOST/DATABASE, nothing else.");
    }
    return store;
  }

  private static Path directory(String store, String name) {
    Path directory = Path.of(name);
    if (!store.equals(SQLITE)) {
      throw new UsageException("The option '--dir' is of use to SQLite alone; leave it out.");
    }
    if (!Files.isDirectory(directory)) {
      throw new UsageException("There is no directory '" + name + "'; make it first.");
    }
    return directory;
  }

  private static String transport(String name) {
    if (!Ways.KNOWN.contains(name)) {
      throw new UsageException(
          "There is no transport '" + name + "'; there are " + String.join(", ", Ways.KNOWN) + ".");
    }
    return name;
  }

  /** Where the stores of a run come from. */
  static Stores stores(ServiceOptions options) throws Exception {
    return switch (options.store()) {
      case SQLITE ->
        new SqliteStores(options
            .directory()
            .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir", "."))));
      case "postgres" -> PostgresStores.started();
      default -> PostgresStores.at(options.store());
    };
  }
}
