package io.belfry.launcher.command;

import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.start.Workshop;
import picocli.CommandLine.Command;

/** Sends mails for servers. */
@Command(
    description = "Sends mails for the servers on the same wire, until Ctrl-C or SIGTERM ends it;"
        + " servers and workers share workers.key.")
final class WorkerCommand extends ProfileCommand {

  @Override
  void run(Profile profile, Plugins plugins, Output output) throws InterruptedException {
    Running.log(profile, plugins);
    Workshop workshop = Workshop.start(profile, plugins);
    output.tell(
        "Working over " + workshop.transport() + "; Ctrl-C ends it",
        Output.row("profile", profile.name(), "transport", workshop.transport()));
    Running.untilTheEnd(workshop);
  }
}
