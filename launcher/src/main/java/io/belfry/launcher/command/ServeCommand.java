package io.belfry.launcher.command;

import io.belfry.gateway.Gateway;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.start.Deployment;
import java.util.Map;
import java.util.Optional;
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
    Map<String, Object> row =
        Output.row("profile", profile.name(), "transport", deployment.transport());
    Optional<String> url = deployment.gateway().map(Gateway::url);
    url.ifPresent(found -> row.put("gateway", found));
    output.tell(
        "Serving over " + deployment.transport()
            + url.map(found -> ", with pages and API at " + found).orElse("") + "; Ctrl-C ends it",
        row);
    Running.untilTheEnd(deployment);
  }
}
