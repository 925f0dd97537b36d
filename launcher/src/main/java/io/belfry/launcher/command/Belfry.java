package io.belfry.launcher.command;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.MailboxInfo.State;
import io.belfry.service.Mode;
import io.belfry.service.Steering;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "belfry",
    description = "Notifications over the wire of your choice.",
    synopsisSubcommandLabel = "COMMAND",
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
   * @param arguments which are to be executed; with none it knows all commands
   * @return a new one
   */
  public static CommandLine commandLine(String... arguments) {
    Belfry belfry = new Belfry();
    CommandLine line = new CommandLine(belfry);
    Commands.add(line, arguments);
    Failures failures = new Failures(() -> belfry.isVerbose);
    return line.setOut(new PrintWriter(System.out, true, Terminal.charset()))
        .registerConverter(Topic.class, new Name<>(Topic::new))
        .registerConverter(TopicFilter.class, new Name<>(TopicFilter::new))
        .registerConverter(Mode.class, new Choice<>(Mode.class))
        .registerConverter(State.class, new Choice<>(State.class))
        .registerConverter(Steering.class, new Choice<>(Steering.class))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  /** Without a command there is nothing to do but to say which there are. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do; 'belfry --help' lists the commands.");
  }
}
