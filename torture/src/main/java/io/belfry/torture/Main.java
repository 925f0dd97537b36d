package io.belfry.torture;

import io.belfry.torture.checking.Verdict;
import io.belfry.torture.stage.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/** The program. */
public final class Main {

  private static final int DONE = 0;
  private static final int VIOLATED = 1;
  private static final int WRONG_USAGE = 2;

  private Main() {}

  /**
   * Tortures, reports, and exits with 0, or 1 for violations or a failure, or 2 for wrong options.
   *
   * @param arguments the options
   */
  public static void main(String[] arguments) {
    System.exit(run(System.out, System.err, arguments));
  }

  static int run(PrintStream out, PrintStream err, String... arguments) {
    try {
      Optional<Options> options = CommandLine.parse(arguments);
      if (options.isEmpty()) {
        out.print(CommandLine.HELP);
        return DONE;
      }
      return run(out, options.get());
    } catch (UsageException e) {
      err.println(e.getMessage());
      return WRONG_USAGE;
    } catch (IOException | IllegalStateException e) {
      err.println("The run failed: " + e.getMessage());
      return VIOLATED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return VIOLATED;
    }
  }

  private static int run(PrintStream out, Options options)
      throws IOException, InterruptedException {
    out.println(options.command());
    Torture torture = Torture.of(options);
    Verdict verdict = torture.run();
    out.println(Report.of(options, torture.directory(), verdict));
    return verdict.violations().isEmpty() ? DONE : VIOLATED;
  }
}
