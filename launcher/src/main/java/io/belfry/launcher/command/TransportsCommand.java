package io.belfry.launcher.command;

import io.belfry.launcher.plugin.Installed;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.settings.SettingKey;
import io.belfry.transport.Capabilities;
import io.belfry.transport.TransportProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what is installed. */
@Command(
    description = "Shows the transports that are installed and what they can do, or the settings of"
        + " one of them.")
final class TransportsCommand implements Callable<Integer> {

  private static final String OWN = "Belfry";

  @Mixin
  private final PluginOptions options = new PluginOptions();

  @Mixin
  private final Output output = new Output();

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Whose settings to show.")
  private String name = "";

  @Override
  public Integer call() {
    try (Plugins plugins = options.plugins()) {
      if (name.isEmpty()) {
        output.list(
            plugins.transports().all().stream().map(TransportsCommand::row).toList());
      } else {
        output.list(settings(plugins.transports().named(name)));
      }
      plugins.requireSound();
    }
    return ExitCode.DONE;
  }

  private static Map<String, Object> row(Installed<TransportProvider> installed) {
    Capabilities capabilities = installed.provider().capabilities();
    List<String> features =
        capabilities.features().stream().map(Output::written).sorted().toList();
    return Output.row(
        "name",
        installed.provider().name(),
        "from",
        installed.origin().isEmpty() ? OWN : installed.origin(),
        "publish",
        Output.written(capabilities.publishLevel()),
        "push",
        Output.written(capabilities.pushLevel()),
        "can",
        features);
  }

  private static List<Map<String, Object>> settings(TransportProvider provider) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (SettingKey<?> key : provider.settings()) {
      rows.add(Output.row(
          "setting",
          "transport." + key.name(),
          "default",
          key.defaultText(),
          "meaning",
          key.meaning()));
    }
    return rows;
  }
}
