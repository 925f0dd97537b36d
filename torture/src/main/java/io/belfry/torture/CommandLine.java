package io.belfry.torture;

import io.belfry.testbroker.Kind;
import io.belfry.torture.stage.Options;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Reads the options. */
final class CommandLine {

  static final String HELP = """
      Kills servers and brokers, spoils the wire, and checks that nothing was lost.

        java -jar torture/target/belfry-torture.jar [options]

        --seed N           decides what is left to chance (a new one, which is told)
        --seconds N        how long to publish (60)
        --transport NAME   zeromq, mqtt or jms (zeromq)
        --store NAME       sqlite or postgres (sqlite)
        --servers N        servers on one store, 1 to 3; more than one need postgres (1)
        --kills N          how often a server is killed; the others less often (20)
        --publishers N     how many publish (3)
        --subscribers N    how many listen, each kind in turn (6)
        --rate N           events a second of each publisher at most (40)
        --loss X           the share of messages that is lost, repeated or late, from 0 to 1, once
                           where the server sends and once where its clients receive (0.15)
        --broker KIND      mosquitto, docker-mosquitto, artemis-process or embedded (for mqtt
                           mosquitto if it is there, otherwise embedded)
        --out DIR          keep histories and logs there (they go if all is well)
        --help             show this
      """;

  private static final List<String> KNOWN = List.of(
      "--seed",
      "--seconds",
      "--transport",
      "--store",
      "--servers",
      "--kills",
      "--publishers",
      "--subscribers",
      "--rate",
      "--loss",
      "--broker",
      "--out");

  private static final int MOST_SECONDS = 86_400;
  private static final int MANY = 1_000;

  private final Map<String, String> given = new HashMap<>();

  private CommandLine() {}

  /**
   * Reads the arguments.
   *
   * @return what to do, or nothing if help is wanted
   * @throws UsageException if they make no sense
   */
  static Optional<Options> parse(String... arguments) {
    CommandLine line = new CommandLine();
    for (int i = 0; i < arguments.length; i++) {
      String option = arguments[i];
      if (option.equals("--help")) {
        return Optional.empty();
      }
      if (!KNOWN.contains(option)) {
        throw new UsageException("The option '" + option + "' is unknown; see --help.");
      }
      if (++i == arguments.length) {
        throw new UsageException("The option '" + option + "' needs a value.");
      }
      line.given.put(option, arguments[i]);
    }
    return Optional.of(line.options());
  }

  private Options options() {
    Options options = new Options(
        seed(),
        whole("--seconds", 60, 1, MOST_SECONDS),
        choice("--transport", Options.ZEROMQ, "mqtt", "jms"),
        choice("--store", "sqlite", Options.POSTGRES),
        whole("--servers", 1, 1, 3),
        whole("--kills", 20, 0, MANY),
        whole("--publishers", 3, 1, MANY),
        whole("--subscribers", 6, 1, MANY),
        whole("--rate", 40, 1, MANY),
        share("--loss", 0.15),
        broker(),
        Optional.ofNullable(given.get("--out")).map(Path::of));
    requireSense(options);
    return options;
  }

  private static void requireSense(Options options) {
    if (options.servers() > 1 && !options.store().equals(Options.POSTGRES)) {
      throw new UsageException("Several servers need one store; add '--store postgres'.");
    }
    if (options.broker().isPresent() && options.transport().equals(Options.ZEROMQ)) {
      throw new UsageException("ZeroMQ has no broker; leave out '--broker'.");
    }
    options.broker().filter(kind -> !speaks(kind, options.transport())).ifPresent(kind -> {
      throw new UsageException("The broker '" + kind.title() + "' does not speak "
          + options.transport() + "; choose another.");
    });
  }

  private static boolean speaks(Kind kind, String transport) {
    return kind.protocols().stream().anyMatch(one -> one.name().equalsIgnoreCase(transport));
  }

  private long seed() {
    String text = given.get("--seed");
    if (text == null) {
      return ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new UsageException("The value of '--seed' must be a whole number, not '" + text + "'.");
    }
  }

  private Optional<Kind> broker() {
    String title = given.get("--broker");
    if (title == null) {
      return Optional.empty();
    }
    return Optional.of(Stream.of(Kind.values())
        .filter(kind -> kind.title().equals(title))
        .findFirst()
        .orElseThrow(() -> new UsageException("There is no broker '" + title + "'; see --help.")));
  }

  private String choice(String option, String first, String... others) {
    String value = given.getOrDefault(option, first);
    List<String> all = Stream.concat(Stream.of(first), Stream.of(others)).toList();
    if (!all.contains(value)) {
      throw new UsageException("The value of '" + option + "' must be one of "
          + String.join(", ", all) + ", not '" + value + "'.");
    }
    return value;
  }

  private int whole(String option, int usual, int least, int most) {
    String text = given.getOrDefault(option, Integer.toString(usual));
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, together with the range.
    }
    throw new UsageException("The value of '" + option + "' must be a whole number from " + least
        + " to " + most + ", not '" + text + "'.");
  }

  private double share(String option, double usual) {
    String text = given.getOrDefault(option, Double.toString(usual));
    try {
      double number = Double.parseDouble(text);
      if (number >= 0 && number <= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, together with the range.
    }
    throw new UsageException(
        "The value of '" + option + "' must be a number from 0 to 1, not '" + text + "'.");
  }
}
