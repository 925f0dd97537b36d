package io.belfry.launcher.command;

import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.start.EdgeGateway;
import picocli.CommandLine.Command;

/** Runs a gateway alone. */
@Command(
    description = "Offers a server's pages and API to browsers and curl from a process of its own,"
        + " until Ctrl-C or SIGTERM ends it.")
final class GatewayCommand extends ProfileCommand {

  @Override
  void run(Profile profile, Plugins plugins, Output output) throws InterruptedException {
    Running.log(profile, plugins);
    EdgeGateway edge = EdgeGateway.open(profile, plugins, output::hint);
    String url = edge.gateway().url();
    output.tell(
        "Pages and API at " + url + ", over " + edge.transport() + "; Ctrl-C ends it",
        Output.row("profile", profile.name(), "transport", edge.transport(), "gateway", url));
    Running.untilTheEnd(edge);
  }
}
