package io.belfry.launcher.command;

import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.Tree;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options by which a profile is chosen and changed. */
final class ProfileOptions {

  @Option(
      names = "--profile",
      paramLabel = "P",
      defaultValue = "${env:BELFRY_PROFILE:-zeromq}",
      description = "zeromq, mqtt, jms, or the path of a file of your own (default: zeromq).")
  private String profile = "";

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A setting for this start; may be given several times.")
  private List<String> set = new ArrayList<>();

  /** One more, which holds instead of those before it. */
  void set(String assignment) {
    set.add(assignment);
  }

  Profile profile(Plugins plugins) {
    return Tree.load(profile, System.getenv(), set, plugins.requireSound());
  }
}
