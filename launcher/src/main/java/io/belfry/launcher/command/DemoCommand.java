package io.belfry.launcher.command;

import io.belfry.launcher.demo.Demo;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import java.io.IOException;
import java.util.Map;
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
    Map<String, Object> row = Output.row(
        "profile",
        profile.name(),
        "transport",
        demo.transport(),
        "data",
        demo.directory().toString());
    demo.url().ifPresent(url -> row.put("gateway", url));
    output.tell(welcome(profile, demo), row);
    Running.untilTheEnd(demo);
  }

  private static String welcome(Profile profile, Demo demo) {
    String wire = profile.name().equals(ProfileOptions.USUAL) ? "" : " --profile " + profile.name();
    String pages = demo.url()
        .map(url -> "\nOpen " + url + " in a browser: /rectangle and /chart move by themselves,"
            + " and /mailbox has the mails.")
        .orElse("");
    return String.join(
        "\n",
        "Serving over " + demo.transport() + ", with topics that change by themselves." + pages,
        "Try in another terminal:",
        "  ./belfry topics" + wire,
        "  ./belfry listen 'market.#'" + wire,
        "  ./belfry publish news.tower 'I was here'" + wire,
        "  ./belfry register-email 'market.#' me@example.org" + wire,
        "  ./belfry mails --data " + demo.directory(),
        "  ./belfry client" + wire,
        "Ctrl-C ends it.");
  }
}
