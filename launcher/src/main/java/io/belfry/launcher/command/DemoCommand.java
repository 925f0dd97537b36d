package io.belfry.launcher.command;

import io.belfry.launcher.demo.Demo;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a server with something to look at. */
@Command(
    description = "Runs a server with topics that change by themselves and a mailbox, and says what"
        + " to try; Ctrl-C ends it, and nothing is left.")
final class DemoCommand extends ProfileCommand {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keeps its files there; without it they are gone at the end.")
  void data(String directory) {
    set("data.directory=" + directory);
  }

  @Override
  void run(Profile profile, Plugins plugins, Output output)
      throws IOException, InterruptedException {
    Running.log(profile, plugins);
    Demo demo = Demo.start(profile, plugins);
    output.tell(
        welcome(profile, demo),
        Output.row(
            "profile",
            profile.name(),
            "transport",
            demo.transport(),
            "data",
            demo.directory().toString()));
    Running.untilTheEnd(demo);
  }

  private static String welcome(Profile profile, Demo demo) {
    String wire = profile.name().equals(ProfileOptions.USUAL) ? "" : " --profile " + profile.name();
    return String.join(
        "\n",
        "Serving over " + demo.transport() + ", with topics that change by themselves."
            + " Try in another terminal:",
        "  ./belfry topics" + wire,
        "  ./belfry listen 'market.#'" + wire,
        "  ./belfry publish news.tower 'I was here'" + wire,
        "  ./belfry register-email 'market.#' me@example.org" + wire,
        "  ./belfry mails --data " + demo.directory(),
        "  ./belfry client" + wire,
        "Ctrl-C ends it.");
  }
}
