package io.belfry.launcher.command;

import io.belfry.compare.run.Order;
import io.belfry.compare.scenario.Scenario;
import io.belfry.compare.scenario.Scenarios;
import io.belfry.compare.venue.Target;
import io.belfry.launcher.laboratory.Equipment;
import io.belfry.launcher.laboratory.TargetList;
import io.belfry.launcher.plugin.Plugins;
import io.belfry.settings.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares transports. */
@Command(
    description = "Does the same work over several transports, and writes a report of how fast they"
        + " were and what they lost.")
final class CompareCommand implements Callable<Integer> {

  private static final Logger LOGS = Logger.getLogger("");
  private static final String ALL = "all";

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Mixin
  private final PluginOptions installed = new PluginOptions();

  @Option(
      names = "--transports",
      split = ",",
      paramLabel = "NAME",
      description =
          "Profiles, installed transports, or paths of profiles (default: zeromq,mqtt,jms).")
  private List<String> transports = new ArrayList<>();

  @Option(
      names = "--targets",
      paramLabel = "FILE",
      description = "A list of targets instead, each with a broker and settings of its own.")
  private Optional<Path> targets = Optional.empty();

  @Option(
      names = "--scenario",
      split = ",",
      paramLabel = "S",
      description = "Those that come along, or paths of files with others; 'all' for all that come"
          + " along (default: a selection for less than three minutes).")
  private List<String> scenarios = new ArrayList<>();

  @Option(
      names = "--repeats",
      paramLabel = "N",
      description = "How often each point is repeated, whatever scenarios say.")
  private Optional<Integer> repeats = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "belfry-comparison",
      description =
          "Where the report, the figures and the histograms go (default: belfry-comparison).")
  private Path out = Path.of("");

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Writes the figures, or what has changed, there, too.")
  private Optional<Path> json = Optional.empty();

  @Option(
      names = "--processes",
      description = "Gives each part a process of its own, instead of one for all.")
  private boolean isEachAlone;

  @Option(
      names = "--workers",
      paramLabel = "COMMAND",
      description = "What starts a process for parts, such as 'ssh two belfry compare-worker';"
          + " several times for several.")
  private List<String> workers = new ArrayList<>();

  @Option(
      names = "--diff",
      arity = "2",
      paramLabel = "FILE",
      description = "Says what has changed between two comparisons, and does nothing else.")
  private List<Path> diff = new ArrayList<>();

  @Option(
      names = "--list",
      description = "Lists the scenarios that come along; with --scenario, prints them.")
  private boolean isList;

  @Override
  public Integer call() throws IOException {
    PrintWriter shown = spec.commandLine().getOut();
    if (isList) {
      shown.println(list());
      shown.flush();
      return ExitCode.DONE;
    }
    CompareRun run = new CompareRun(shown, spec.commandLine().getErr());
    if (!diff.isEmpty()) {
      run.tellDifference(diff.get(0), diff.get(1), json);
      return ExitCode.DONE;
    }
    LOGS.setLevel(Level.OFF); // Of connections that break, as the laboratory wants it.
    try (Plugins plugins = installed.plugins().requireSound()) {
      Order order = order(plugins);
      return run.run(order, CompareParts.of(plugins, installed.directory(), workers()), out, json)
          ? ExitCode.DONE
          : ExitCode.FAILED;
    }
  }

  private String list() {
    return scenarios.isEmpty()
        ? Scenarios.of(Scenarios.BUILT_IN).stream()
            .map(scenario -> "%-16s %s".formatted(scenario.name(), scenario.meaning()))
            .collect(Collectors.joining("\n"))
        : chosen().stream().map(Scenarios::text).collect(Collectors.joining("\n"));
  }

  /** All is checked before the first broker is started. */
  private Order order(Plugins plugins) {
    if (targets.isPresent() && !transports.isEmpty()) {
      throw new SettingsException("Give --transports or --targets, and not both.");
    }
    if (repeats.filter(count -> count < 1).isPresent()) {
      throw new SettingsException("The number of --repeats must be 1 or more.");
    }
    List<Scenario> done = Scenarios.of(chosen());
    return new Order(
        compared(new Equipment(plugins, installed.directory())),
        done,
        repeats.map(OptionalInt::of).orElseGet(OptionalInt::empty),
        true,
        command(),
        method());
  }

  private List<Target> compared(Equipment equipment) {
    List<String> named = transports.isEmpty() ? List.of("zeromq", "mqtt", "jms") : transports;
    return targets
        .map(file -> TargetList.read(file, equipment))
        .orElseGet(() -> TargetList.named(named, equipment));
  }

  private List<String> chosen() {
    if (scenarios.isEmpty()) {
      return Scenarios.USUAL;
    }
    return scenarios.stream()
        .flatMap(name -> name.equals(ALL) ? Scenarios.BUILT_IN.stream() : List.of(name).stream())
        .toList();
  }

  private CompareParts.Place workers() {
    if (isEachAlone && !workers.isEmpty()) {
      throw new SettingsException("Give --processes or --workers, and not both.");
    }
    return new CompareParts.Place(isEachAlone, workers);
  }

  private Map<String, String> method() {
    Map<String, String> method = new LinkedHashMap<>();
    method.put(
        "parts", isEachAlone || !workers.isEmpty() ? "a process for each" : "all in one process");
    repeats.ifPresent(count -> method.put("repeats", "%d of each".formatted(count)));
    return method;
  }

  private String command() {
    return spec.root().commandLine().getParseResult().originalArgs().stream()
        .map(argument -> argument.matches("\\S+") ? argument : "'" + argument + "'")
        .collect(Collectors.joining(" ", "belfry ", ""));
  }
}
