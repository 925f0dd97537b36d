package io.belfry.benchmark.gateway;

import io.belfry.benchmark.contest.Board;
import io.belfry.benchmark.contest.Findings;
import io.belfry.benchmark.contest.Standing;
import io.belfry.benchmark.contest.Turns;
import io.belfry.benchmark.program.Machine;
import io.belfry.benchmark.program.UsageException;
import io.belfry.benchmark.store.SqliteStores;
import io.belfry.benchmark.store.Stores;
import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.benchmark.wire.Version;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The program. */
public final class GatewayBenchmark {

  private final PrintStream out;
  private final Consumer<String> progress;

  /**
   * Makes the program.
   *
   * @param out where the table goes
   * @param progress is told what goes on
   */
  public GatewayBenchmark(PrintStream out, Consumer<String> progress) {
    this.out = out;
    this.progress = progress;
  }

  /**
   * Measures, and prints a table.
   *
   * @param arguments the options
   * @throws UsageException if they make no sense
   * @throws BreakdownException if the measurement failed
   * @throws IOException if the figures can't be written
   */
  public void run(String... arguments) throws IOException {
    GatewayOptions options = GatewayCommandLine.parse(arguments);
    if (options.help()) {
      out.print(GatewayOptions.HELP);
      return;
    }
    Stores stores = new SqliteStores(options.directory());
    Map<String, Object> fingerprint = fingerprint(options, stores);
    out.println(Machine.line(fingerprint));
    out.println(Board.head());
    GatewayContests contests = new GatewayContests(stores, options.sessions());
    Turns turns = new Turns(options.rounds(), options.plan(), progress);
    List<Standing> standings = new ArrayList<>();
    for (String label : options.scenarios()) {
      Standing standing = turns.of(contests.of(label));
      progress.accept("");
      Board.lines(standing).forEach(out::println);
      standings.add(standing);
    }
    if (options.json().isPresent()) {
      Files.writeString(options.json().get(), Findings.of(fingerprint, options.shown(), standings));
    }
  }

  private static Map<String, Object> fingerprint(GatewayOptions options, Stores stores) {
    Map<String, Object> facts = Machine.facts();
    facts.put("belfry", Version.of("io.belfry", "belfry-benchmark"));
    facts.put("cometd", Version.of("org.cometd.java", "cometd-java-server-common"));
    facts.put("jetty", Version.of("org.eclipse.jetty", "jetty-server"));
    facts.put("store", stores.description());
    facts.put("sessions", options.sessions());
    return facts;
  }
}
