package io.belfry.launcher.command;

import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.start.Deployment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a server. */
@Command(description = "Runs a server, until Ctrl-C or SIGTERM ends it.")
final class ServeCommand extends ProfileCommand {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where it keeps its files; the same as --set data.directory=DIR.")
  void data(String directory) {
    set("data.directory=" + directory);
  }

  @Override
  void run(Profile profile, Plugins plugins, Output output) throws InterruptedException {
    Running.log(profile, plugins);
    Deployment deployment = Deployment.start(profile, plugins);
    output.tell(
        "Serving over " + deployment.transport() + "; Ctrl-C ends it",
        Output.row("profile", profile.name(), "transport", deployment.transport()));
    Running.untilTheEnd(deployment);
  }
}
