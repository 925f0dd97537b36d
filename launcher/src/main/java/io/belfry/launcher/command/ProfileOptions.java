package io.belfry.launcher.command;

import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.settings.Tree;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options by which a profile is chosen and changed. */
final class ProfileOptions {

  /** The one without a broker, which needs nothing. */
  static final String USUAL = "zeromq";

  @Option(
      names = "--profile",
      paramLabel = "P",
      defaultValue = "${env:BELFRY_PROFILE:-" + USUAL + "}",
      description = "zeromq, mqtt, jms, or the path of a file of your own (default: zeromq).")
  private String profile = "";

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A setting for this start; may be given several times.")
  private List<String> set = new ArrayList<>();

  /** By options of their own; apart from the others, whose list is made anew while it is read. */
  private final List<String> shorthands = new ArrayList<>();

  /** A setting that has an option of its own, which holds whatever else is set. */
  void set(String assignment) {
    shorthands.add(assignment);
  }

  Profile profile(Plugins plugins) {
    List<String> all = new ArrayList<>(set);
    all.addAll(shorthands);
    return Tree.load(profile, System.getenv(), all, plugins.requireSound());
  }
}
