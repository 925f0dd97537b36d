package io.belfry.launcher.command;

import io.belfry.launcher.logging.Masks;
import io.belfry.settings.SettingsException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells what went wrong, in one line. (A class rather than lambdas: those would keep picocli's
 * types out of the archive of classes, and the program would start later.)
 */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

  /** What picocli says of a name that can't be; the name itself says it better. */
  private static final Pattern POSITION =
      Pattern.compile("^Invalid value for positional parameter at index \\d+ \\(.*?\\): ");

  private final BooleanSupplier isVerbose;

  Failures(BooleanSupplier isVerbose) {
    this.isVerbose = isVerbose;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    String said = POSITION.matcher(failure.getMessage()).replaceFirst("");
    tell(said + suggestion(failure), failure.getCommandLine().getErr());
    return ExitCode.WRONG_USAGE;
  }

  private static String suggestion(ParameterException failure) {
    return failure instanceof UnmatchedArgumentException unmatched
            && !unmatched.getSuggestions().isEmpty()
        ? "; did you mean '" + unmatched.getSuggestions().get(0) + "'?"
        : "";
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    tell(Objects.requireNonNullElse(failure.getMessage(), failure.toString()), err);
    if (isVerbose.getAsBoolean()) {
      failure.printStackTrace(err);
      err.flush();
    }
    boolean isUsage =
        failure instanceof SettingsException || failure instanceof IllegalArgumentException;
    return isUsage ? ExitCode.WRONG_USAGE : ExitCode.FAILED;
  }

  private static void tell(String sentence, PrintWriter err) {
    err.println("belfry: " + Masks.OF_URLS.masked(sentence));
    err.flush();
  }
}
