package io.belfry.launcher.command;

import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.start.Connection;

/** A command that asks a server. */
abstract class AskingCommand extends ProfileCommand {

  @Override
  final void run(Profile profile, Plugins plugins, Output output) throws Exception {
    try (Connection connection = Connection.open(profile, plugins, output::hint)) {
      ask(connection, output);
    }
  }

  /** Asks, and tells what was answered. */
  abstract void ask(Connection connection, Output output) throws Exception;
}
