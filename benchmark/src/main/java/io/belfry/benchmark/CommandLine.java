package io.belfry.benchmark;

import io.belfry.benchmark.wire.Sequence;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      "--broker",
      "--window",
      "--qos");
  private static final Set<String> FLAGS = Set.of("--help", "--persistent");

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

  private final Map<String, String> given = new HashMap<>();
  private final Map<String, String> settings = new HashMap<>();

  private CommandLine() {}

  /**
   * Reads the arguments.
   *
   * @throws UsageException if they make no sense
   */
  static Options parse(String... arguments) {
    CommandLine line = new CommandLine();
    for (int i = 0; i < arguments.length; i++) {
      if (FLAGS.contains(arguments[i])) {
        line.given.put(arguments[i], "");
      } else {
        line.take(
            arguments[i],
            i + 1 < arguments.length ? Optional.of(arguments[++i]) : Optional.empty());
      }
    }
    return line.options();
  }

  private void take(String option, Optional<String> value) {
    boolean isSetting = option.equals("--set");
    if (!isSetting && !KNOWN.contains(option)) {
      throw new UsageException("The option '" + option + "' is unknown; see --help.");
    }
    String text =
        value.orElseThrow(() -> new UsageException("The option '" + option + "' needs a value."));
    if (!isSetting) {
      given.put(option, text);
      return;
    }
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new UsageException("A setting is written KEY=VALUE, not '" + text + "'.");
    }
    settings.put(text.substring(0, equals), text.substring(equals + 1));
  }

  private Options options() {
    String transport = given.getOrDefault("--transport", "zeromq");
    requireUse(transport);
    String rate = OverBroker.isFor(transport) ? "1000" : "10000";
    return new Options(
        list("--scenario", String.join(",", Scenario.labels()))
            .map(CommandLine::scenario)
            .toList(),
        list("--size", "100,1024")
            .map(size -> whole("--size", size, Sequence.BYTES, MAX_SIZE))
            .toList(),
        whole("--rounds", given.getOrDefault("--rounds", "5"), 1, 1_000),
        number("--seconds", given.getOrDefault("--seconds", "2"), SHORTEST, LONGEST),
        number("--warm-up", given.getOrDefault("--warm-up", "1"), 0, LONGEST),
        whole("--rate", given.getOrDefault("--rate", rate), 1, MANY),
        Optional.ofNullable(given.get("--only")).map(name -> contestant(name, transport)),
        transport,
        overBroker(),
        Map.copyOf(settings),
        Optional.ofNullable(given.get("--json")).map(Path::of),
        given.containsKey("--help"));
  }

  private OverBroker overBroker() {
    OverBroker defaults = OverBroker.DEFAULTS;
    return new OverBroker(
        Optional.ofNullable(given.get("--broker")),
        whole("--qos", given.getOrDefault("--qos", Integer.toString(defaults.qos())), 0, 1),
        given.containsKey("--persistent"),
        whole(
            "--window",
            given.getOrDefault("--window", Integer.toString(defaults.window())),
            1,
            MANY));
  }

  /** An option without effect would be taken for one that had some. */
  private void requireUse(String transport) {
    if (transport.equals("zeromq") && given.containsKey("--broker")) {
      throw new UsageException("ZeroMQ has no broker; leave out '--broker'.");
    }
    OF_ALL.forEach((setting, option) -> {
      if (OverBroker.isFor(transport) && settings.containsKey(setting)) {
        throw new UsageException(
            "The setting '" + setting + "' must be the same for all; use '" + option + "'.");
      }
    });
    SPECIAL.forEach((option, transports) -> {
      if (given.containsKey(option) && !transports.contains(transport)) {
        throw new UsageException(
            "The option '" + option + "' is of no use to '" + transport + "'; it is for "
                + String.join(" and ", transports.stream().sorted().toList()) + ".");
      }
    });
  }

  private Stream<String> list(String option, String defaults) {
    return Stream.of(given.getOrDefault(option, defaults).split(",", -1)).map(String::strip);
  }

  private static int whole(String option, String text, int least, int most) {
    double number = number(option, text, least, most);
    if (number != Math.rint(number)) {
      throw new UsageException(
          "The value of '" + option + "' must be a whole number, not '" + text + "'.");
    }
    return (int) number;
  }

  private static double number(String option, String text, double least, double most) {
    try {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, together with the range.
    }
    throw new UsageException(String.format(
        "The value of '%s' must be a number from %s to %s, not '%s'.",
        option, plain(least), plain(most), text));
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
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
