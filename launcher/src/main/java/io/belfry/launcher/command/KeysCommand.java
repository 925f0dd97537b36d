package io.belfry.launcher.command;

import io.belfry.launcher.plugin.Plugins;
import io.belfry.settings.SettingsException;
import io.belfry.transport.KeyGenerator;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes keys for encryption. */
@Command(
    description =
        "Makes a pair of keys for a transport that encrypts with keys of its own: a public"
            + " file to hand out, and a secret one to keep.")
final class KeysCommand implements Callable<Integer> {

  @Mixin
  private final PluginOptions plugins = new PluginOptions();

  @Mixin
  private final Output output = new Output();

  @Parameters(paramLabel = "NAME", description = "Whose keys they are, such as hub.")
  private String name = "";

  @Option(
      names = "--transport",
      paramLabel = "NAME",
      defaultValue = ProfileOptions.USUAL,
      description = "Which transport (default: " + ProfileOptions.USUAL + ").")
  private String transport = "";

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      defaultValue = "keys",
      description = "Where to put the files (default: keys).")
  private Path directory = Path.of("");

  @Override
  public Integer call() {
    try (Plugins installed = plugins.plugins()) {
      KeyGenerator keys = installed
          .requireSound()
          .transports()
          .named(transport)
          .keyGenerator()
          .orElseThrow(() ->
              new SettingsException("The transport " + transport + " has no keys of its own."));
      List<String> files =
          keys.generate(directory, name).stream().map(Path::toString).toList();
      output.tell(
          files.stream().collect(Collectors.joining("\n")),
          Output.row("public", files.get(0), "files", files));
    }
    return ExitCode.DONE;
  }
}
