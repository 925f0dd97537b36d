package io.belfry.launcher.command;

import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.start.Workshop;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sends mails for servers. */
@Command(
    name = "worker",
    description = "Sends mails for the servers on the same wire, until Ctrl-C or SIGTERM ends it;"
        + " servers and workers share workers.key.")
final class WorkerCommand implements Callable<Integer> {

  @Mixin
  private final PluginOptions installed = new PluginOptions();

  @Mixin
  private final ProfileOptions options = new ProfileOptions();

  @Mixin
  private final Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    try (Plugins plugins = installed.plugins()) {
      Profile profile = options.profile(plugins);
      Workshop workshop = Workshop.start(profile, plugins);
      output.tell(
          "Working over " + workshop.transport() + "; Ctrl-C ends it",
          Output.row("profile", profile.name(), "transport", workshop.transport()));
      Running.untilTheEnd(workshop);
    }
    return ExitCode.DONE;
  }
}
