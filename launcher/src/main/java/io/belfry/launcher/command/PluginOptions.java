package io.belfry.launcher.command;

import io.belfry.launcher.plugin.Plugins;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where to look for what other authors have made. */
final class PluginOptions {

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      defaultValue = "${env:BELFRY_PLUGINS:-plugins}",
      description = "Where plug-ins are (default: plugins).")
  private Path directory = Path.of("");

  /** Where they are, for other processes. */
  Path directory() {
    return directory;
  }

  /** All that is installed. To be closed. */
  Plugins plugins() {
    return Plugins.load(directory);
  }
}
