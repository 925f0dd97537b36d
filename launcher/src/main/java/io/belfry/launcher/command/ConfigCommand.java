package io.belfry.launcher.command;

import io.belfry.launcher.logging.Masks;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Profile;
import io.belfry.launcher.profile.Section;
import io.belfry.launcher.profile.Written;
import io.belfry.launcher.settings.Tree;
import io.belfry.settings.SettingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what holds. */
@Command(description = "Shows every setting that holds, and where it is from; secrets are masked.")
final class ConfigCommand extends ProfileCommand {

  private static final String DEFAULT = "default";

  @Option(names = "--written", description = "Leaves out what has its default.")
  private boolean isShort;

  @Override
  void run(Profile profile, Plugins plugins, Output output) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Section section : Tree.of(profile, plugins)) {
      Map<String, String> shown = profile.settings(section).shown();
      for (SettingKey<?> key : section.keys()) {
        String name = section.nameOf(key);
        String origin = profile.find(name).map(Written::origin).orElse(DEFAULT);
        if (!isShort || !origin.equals(DEFAULT)) {
          String value = Masks.OF_URLS.masked(shown.getOrDefault(key.name(), ""));
          rows.add(Output.row("setting", name, "value", value, "origin", origin));
        }
      }
    }
    output.list(rows);
  }
}
