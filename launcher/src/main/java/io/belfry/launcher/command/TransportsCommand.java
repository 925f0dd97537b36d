package io.belfry.launcher.command;

import io.belfry.launcher.plugin.Installed;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.launcher.profile.Section;
import io.belfry.launcher.settings.Tree;
import io.belfry.notifier.NotifierProvider;
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
    description = "Shows the transports and notifiers that are installed and what they can do, or"
        + " the settings of one of them.")
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
      output.list(name.isEmpty() ? all(plugins) : settings(plugins));
      plugins.requireSound();
    }
    return ExitCode.DONE;
  }

  private static List<Map<String, Object>> all(Plugins plugins) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Installed<TransportProvider> each : plugins.transports().all()) {
      Capabilities can = each.provider().capabilities();
      rows.add(row(
          each.provider().name(),
          "transport",
          each,
          Output.written(can.publishLevel()),
          Output.written(can.pushLevel()),
          can.features().stream().map(Output::written).sorted().toList()));
    }
    for (Installed<NotifierProvider> each : plugins.notifiers().all()) {
      rows.add(row(each.provider().name(), "notifier", each, "", "", List.of()));
    }
    return rows;
  }

  private static Map<String, Object> row(
      String name,
      String kind,
      Installed<?> installed,
      String publish,
      String push,
      List<String> features) {
    return Output.row(
        "name",
        name,
        "kind",
        kind,
        "from",
        installed.origin().isEmpty() ? OWN : installed.origin(),
        "publish",
        publish,
        "push",
        push,
        "can",
        features);
  }

  private List<Map<String, Object>> settings(Plugins plugins) {
    return plugins.notifiers().all().stream()
        .map(Installed::provider)
        .filter(notifier -> notifier.name().equals(name))
        .findFirst()
        .map(notifier -> rows(Tree.notifier(notifier)))
        .orElseGet(() -> rows(Tree.transport(plugins.transports().named(name))));
  }

  private static List<Map<String, Object>> rows(Section section) {
    return section.keys().stream()
        .map(key -> Output.row(
            "setting", section.nameOf(key), "default", key.defaultText(), "meaning", key.meaning()))
        .toList();
  }
}
