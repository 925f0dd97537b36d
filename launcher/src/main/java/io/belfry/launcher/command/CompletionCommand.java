package io.belfry.launcher.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Has shells complete commands. */
@Command(
    description = "Prints what has bash and zsh complete commands and options:"
        + " source <(./belfry completion)")
final class CompletionCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(AutoComplete.bash("belfry", Belfry.commandLine()));
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }
}
