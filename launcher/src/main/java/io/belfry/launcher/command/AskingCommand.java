package io.belfry.launcher.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that asks a server. */
abstract class AskingCommand implements Callable<Integer> {

  @Mixin
  private final PluginOptions installed = new PluginOptions();

  @Mixin
  private final ProfileOptions options = new ProfileOptions();

  @Mixin
  private final Output output = new Output();

  @Override
  public final Integer call() throws Exception {
    try (Connection connection = Connection.open(installed, options)) {
      ask(connection, output);
    }
    return ExitCode.DONE;
  }

  /** Asks, and tells what was answered. */
  abstract void ask(Connection connection, Output output) throws Exception;
}
