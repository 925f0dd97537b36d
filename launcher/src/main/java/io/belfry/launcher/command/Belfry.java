package io.belfry.launcher.command;

import io.belfry.service.MailboxInfo.State;
import io.belfry.service.Mode;
import io.belfry.service.Steering;
import io.belfry.settings.SettingsException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. */
@Command(
    name = "belfry",
    description = "Notifications over the wire of your choice.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ServeCommand.class,
      WorkerCommand.class,
      TopicsCommand.class,
      CreateCommand.class,
      PublishCommand.class,
      SubscribeCommand.class,
      ListenCommand.class,
      RegisterEmailCommand.class,
      ConfirmEmailCommand.class,
      UnregisterEmailCommand.class,
      MailboxesCommand.class,
      MailsCommand.class,
      ReplayCommand.class,
      StatusCommand.class,
      ClientCommand.class,
      TransportsCommand.class,
      ConfigCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLines.class,
    scope = ScopeType.INHERIT)
public final class Belfry implements Runnable {

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Adds to an error where it came from.")
  private boolean isVerbose;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  private Belfry() {}

  /**
   * The command line, ready to execute.
   *
   * @return a new one
   */
  public static CommandLine commandLine() {
    Belfry belfry = new Belfry();
    return new CommandLine(belfry)
        .setOut(new PrintWriter(System.out, true, Terminal.charset()))
        .registerConverter(Mode.class, new Choice<>(Mode.class))
        .registerConverter(State.class, new Choice<>(State.class))
        .registerConverter(Steering.class, new Choice<>(Steering.class))
        .setParameterExceptionHandler(Belfry::refuse)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> belfry.tell(failure, command.getErr()));
  }

  /** Without a command there is nothing to do but to say which there are. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do; 'belfry --help' lists the commands.");
  }

  private static int refuse(ParameterException failure, String[] arguments) {
    PrintWriter err = failure.getCommandLine().getErr();
    err.println("belfry: " + failure.getMessage() + suggestion(failure));
    err.flush();
    return ExitCode.WRONG_USAGE;
  }

  private static String suggestion(ParameterException failure) {
    return failure instanceof UnmatchedArgumentException unmatched
            && !unmatched.getSuggestions().isEmpty()
        ? "; did you mean '" + unmatched.getSuggestions().get(0) + "'?"
        : "";
  }

  private int tell(Exception failure, PrintWriter err) {
    err.println("belfry: " + failure.getMessage());
    if (isVerbose) {
      failure.printStackTrace(err);
    }
    err.flush();
    boolean isUsage =
        failure instanceof SettingsException || failure instanceof IllegalArgumentException;
    return isUsage ? ExitCode.WRONG_USAGE : ExitCode.FAILED;
  }
}
