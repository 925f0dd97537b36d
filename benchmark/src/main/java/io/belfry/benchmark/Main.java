package io.belfry.benchmark;

import io.belfry.benchmark.gateway.GatewayBenchmark;
import io.belfry.benchmark.program.Machine;
import io.belfry.benchmark.program.UsageException;
import io.belfry.benchmark.service.ServiceBenchmark;
import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.benchmark.wire.Contestant;
import io.belfry.settings.SettingsException;
import io.belfry.transport.TransportException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program. */
public final class Main {

  private static final String SERVICE = "service";
  private static final String GATEWAY = "gateway";
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final boolean isWatched;

  private Main(PrintStream out, PrintStream err, boolean isWatched) {
    this.out = out;
    this.err = err;
    this.isWatched = isWatched;
  }

  /** Measures, prints a table, and exits with 0, or 1 for a failure, or 2 for wrong options. */
  public static void main(String[] arguments) {
    System.exit(run(System.out, System.err, Terminal.isWatched(), arguments));
  }

  static int run(PrintStream out, PrintStream err, boolean isWatched, String... arguments) {
    try {
      new Main(out, err, isWatched).run(List.of(arguments));
      return DONE;
    } catch (UsageException | SettingsException e) {
      err.println(e.getMessage());
      return WRONG_USAGE;
    } catch (BreakdownException | TransportException | IllegalStateException | IOException e) {
      err.println("The measurement failed: " + e.getMessage());
      return FAILED;
    }
  }

  /** The first argument may say that it is not the transports that are to be measured. */
  private void run(List<String> arguments) throws IOException {
    String[] options = arguments.stream().skip(1).toArray(String[]::new);
    switch (arguments.isEmpty() ? "" : arguments.get(0)) {
      case SERVICE -> new ServiceBenchmark(out, this::show).run(options);
      case GATEWAY -> new GatewayBenchmark(out, this::show).run(options);
      default -> run(CommandLine.parse(arguments.toArray(String[]::new)));
    }
  }

  private void run(Options options) throws IOException {
    if (options.help()) {
      out.print(Options.HELP);
      return;
    }
    try (Arena arena = Arena.open(options)) {
      Map<String, Object> fingerprint = Fingerprint.of(arena);
      out.println(Machine.line(fingerprint));
      List<Result> results = measure(arena.contestants(), options);
      if (options.json().isPresent()) {
        Files.writeString(options.json().get(), Document.of(fingerprint, options, results));
      }
    }
  }

  private List<Result> measure(List<Contestant> contestants, Options options) {
    List<Result> results = new ArrayList<>();
    Table table = new Table(contestants.stream().map(Contestant::name).toList());
    out.println(table.head());
    new Tournament(contestants, options, this::show).run(result -> {
      show("");
      table.lines(result).forEach(out::println);
      results.add(result);
    });
    return results;
  }

  /** One line that each further one takes the place of. */
  private void show(String progress) {
    if (isWatched) {
      err.print("\r\033[K" + progress);
    }
  }
}
