package io.belfry.benchmark.service;

import io.belfry.benchmark.contest.Board;
import io.belfry.benchmark.contest.Findings;
import io.belfry.benchmark.contest.Standing;
import io.belfry.benchmark.contest.Turns;
import io.belfry.benchmark.program.Machine;
import io.belfry.benchmark.program.UsageException;
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
public final class ServiceBenchmark {

  private final PrintStream out;
  private final Consumer<String> progress;

  /**
   * Makes the program.
   *
   * @param out where the table goes
   * @param progress is told what goes on
   */
  public ServiceBenchmark(PrintStream out, Consumer<String> progress) {
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
    ServiceOptions options = ServiceCommandLine.parse(arguments);
    if (options.help()) {
      out.print(ServiceOptions.HELP);
      return;
    }
    try (Stores stores = ServiceCommandLine.stores(options);
        Ways ways = Ways.open(options.transport())) {
      run(options, stores, ways);
    } catch (RuntimeException | IOException e) {
      throw e;
    } catch (Exception e) {
      throw new BreakdownException(e);
    }
  }

  private void run(ServiceOptions options, Stores stores, Ways ways) throws IOException {
    Map<String, Object> fingerprint = Machine.facts();
    fingerprint.put("belfry", Version.of("io.belfry", "belfry-benchmark"));
    fingerprint.put("store", stores.description());
    ways.broker().ifPresent(broker -> fingerprint.put("broker", broker.version()));
    out.println(Machine.line(fingerprint));
    out.println(Board.head());
    Contests contests = new Contests(stores, ways.all(), options.idle());
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
}
