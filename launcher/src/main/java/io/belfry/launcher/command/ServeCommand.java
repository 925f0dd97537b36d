package io.belfry.launcher.command;

import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.start.Deployment;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a server. */
@Command(name = "serve", description = "Runs a server, until Ctrl-C or SIGTERM ends it.")
final class ServeCommand implements Callable<Integer> {

  @Mixin
  private final PluginOptions installed = new PluginOptions();

  @Mixin
  private final ProfileOptions options = new ProfileOptions();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where it keeps its files; the same as --set data.directory=DIR.")
  void data(String directory) {
    options.set("data.directory=" + directory);
  }

  @Mixin
  private final Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    try (Plugins plugins = installed.plugins()) {
      Profile profile = options.profile(plugins);
      Deployment deployment = Deployment.start(profile, plugins);
      output.tell(
          "Serving over " + deployment.transport() + "; Ctrl-C ends it",
          Output.row("profile", profile.name(), "transport", deployment.transport()));
      Running.untilTheEnd(deployment);
    }
    return ExitCode.DONE;
  }
}
