package io.belfry.benchmark;

import io.belfry.benchmark.program.Arguments;
import io.belfry.benchmark.program.Numbers;
import io.belfry.benchmark.program.UsageException;
import io.belfry.benchmark.wire.Sequence;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the options. */
final class CommandLine {

  private static final Set<String> KNOWN = Set.of(
      "--scenario",
      "--size",
      "--rounds",
      "--seconds",
      "--warm-up",
      "--rate",
      "--only",
      "--transport",
      "--json",
      "--set",
      "--broker",
      "--window",
      "--qos");
  private static final Set<String> FLAGS = Set.of("--help", "--persistent", "--together");

  /** Which options are of use to which transports only. */
  private static final Map<String, Set<String>> SPECIAL = Map.of(
      "--qos", Set.of("mqtt"),
      "--persistent", Set.of("jms"),
      "--window", Set.of("mqtt", "jms"));
  /** Which settings of Belfry would have it do something else than the others do. */
  private static final Map<String, String> OF_ALL =
      Map.of("url", "--broker", "qos", "--qos", "persistent", "--persistent");

  private static final int MAX_SIZE = 1 << 20;
  private static final int MANY = 1_000_000;
  private static final double SHORTEST = 0.01;
  private static final double LONGEST = 3_600;

  private final Arguments given;
  private final Map<String, String> settings = new HashMap<>();

  private CommandLine(Arguments given) {
    this.given = given;
    given.all("--set").forEach(this::take);
  }

  /**
   * Reads the arguments.
   *
   * @throws UsageException if they make no sense
   */
  static Options parse(String... arguments) {
    return new CommandLine(Arguments.parse(KNOWN, FLAGS, arguments)).options();
  }

  private void take(String setting) {
    int equals = setting.indexOf('=');
    if (equals < 1) {
      throw new UsageException("A setting is written KEY=VALUE, not '" + setting + "'.");
    }
    settings.put(setting.substring(0, equals), setting.substring(equals + 1));
  }

  private Options options() {
    String transport = given.text("--transport", "zeromq");
    requireUse(transport);
    boolean isOverBroker = OverBroker.isFor(transport);
    String rate = isOverBroker ? "1000" : "10000";
    String warmUp = isOverBroker ? "6" : "1";
    return new Options(
        scenarios(),
        given
            .list("--size", "100,1024")
            .map(size -> Numbers.whole("--size", size, Sequence.BYTES, MAX_SIZE))
            .toList(),
        given.whole("--rounds", "5", 1, 1_000),
        given.number("--seconds", "2", SHORTEST, LONGEST),
        given.number("--warm-up", warmUp, 0, LONGEST),
        given.whole("--rate", rate, 1, MANY),
        only(transport),
        given.has("--together"),
        transport,
        overBroker(),
        Map.copyOf(settings),
        given.text("--json").map(Path::of),
        given.has("--help"));
  }

  private List<Scenario> scenarios() {
    List<Scenario> all = Stream.of(Scenario.values())
        .filter(scenario -> scenario.isOneWay() || !given.has("--together"))
        .toList();
    List<Scenario> wanted = given.has("--scenario")
        ? given.list("--scenario", "").map(CommandLine::scenario).toList()
        : all;
    if (!all.containsAll(wanted)) {
      throw new UsageException("Requests keep no rate, and so can't be measured together; use "
          + String.join(", ", all.stream().map(Scenario::label).toList()) + ".");
    }
    return wanted;
  }

  private List<String> only(String transport) {
    List<String> wanted = given.has("--only")
        ? given.list("--only", "").map(name -> contestant(name, transport)).toList()
        : Contestants.usual(transport);
    if (given.has("--together") && Set.copyOf(wanted).size() < 2) {
      throw new UsageException("One alone can't be measured together; name more with '--only'.");
    }
    return wanted;
  }

  private OverBroker overBroker() {
    OverBroker defaults = OverBroker.DEFAULTS;
    return new OverBroker(
        given.text("--broker"),
        given.whole("--qos", Integer.toString(defaults.qos()), 0, 1),
        given.has("--persistent"),
        given.whole("--window", Integer.toString(defaults.window()), 1, MANY));
  }

  /** An option without effect would be taken for one that had some. */
  private void requireUse(String transport) {
    if (transport.equals("zeromq") && given.has("--broker")) {
      throw new UsageException("ZeroMQ has no broker; leave out '--broker'.");
    }
    OF_ALL.forEach((setting, option) -> {
      if (OverBroker.isFor(transport) && settings.containsKey(setting)) {
        throw new UsageException(
            "The setting '" + setting + "' must be the same for all; use '" + option + "'.");
      }
    });
    SPECIAL.forEach((option, transports) -> {
      if (given.has(option) && !transports.contains(transport)) {
        throw new UsageException(
            "The option '" + option + "' is of no use to '" + transport + "'; it is for "
                + String.join(" and ", transports.stream().sorted().toList()) + ".");
      }
    });
  }

  private static Scenario scenario(String label) {
    return Stream.of(Scenario.values())
        .filter(scenario -> scenario.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new UsageException("There is no scenario '" + label + "'; there are "
            + String.join(", ", Scenario.labels()) + "."));
  }

  private static String contestant(String name, String transport) {
    List<String> names = Contestants.names(transport);
    if (!names.contains(name)) {
      throw new UsageException("There is no contestant '" + name + "' for '" + transport
          + "'; there are " + String.join(", ", names) + ".");
    }
    return name;
  }
}
