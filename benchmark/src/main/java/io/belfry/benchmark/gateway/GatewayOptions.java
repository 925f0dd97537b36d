package io.belfry.benchmark.gateway;

import io.belfry.benchmark.measure.Plan;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to measure, and how.
 *
 * @param scenarios what is done
 * @param directory where Belfry's files of SQLite are made
 * @param sessions how many browsers there are, where there are many
 * @param size the characters of an event's text
 * @param rounds how often each has its turn
 * @param seconds how long each figure is measured
 * @param warmUp how many seconds of load go before
 * @param rate the events a second at which the way to a browser is timed
 * @param window how many events may be under way where throughput is measured
 * @param json where to write all figures
 * @param help whether to explain the options instead
 */
record GatewayOptions(
    List<String> scenarios,
    Path directory,
    int sessions,
    int size,
    int rounds,
    double seconds,
    double warmUp,
    int rate,
    int window,
    Optional<Path> json,
    boolean help) {

  private static final double NANOS_PER_SECOND = 1e9;

  static final String HELP = """
      Measures the gateway, with a durable log behind it, beside CometD's own server without one.

        java -jar benchmark/target/belfry-benchmark.jar gateway [options]

        --scenario S,...   of %s,
                           or the part before the dash; all of them unless given
        --dir DIRECTORY    where files of SQLite are made (the directory for temporary files)
        --sessions N       browsers, where there are many (1000)
        --size N           characters of an event's text, 17 or more (100)
        --rounds N         how often each has its turn (5)
        --seconds N        how long each figure is measured (2)
        --warm-up N        seconds of load before that (1)
        --rate N           events a second where the way to a browser is timed (200)
        --window N         events under way where throughput is measured (64)
        --json FILE        write all figures there, too
        --help             show this
      """.formatted(
          String.join(", ", GatewayContests.LABELS.subList(0, 3)) + ",\n"
              + " ".repeat(21) + String.join(", ", GatewayContests.LABELS.subList(3, 6)) + ",\n"
              + " ".repeat(21) + String.join(", ", GatewayContests.LABELS.subList(6, 9)));

  Plan plan() {
    return new Plan(
        (long) (warmUp * NANOS_PER_SECOND),
        (long) (seconds * NANOS_PER_SECOND),
        rate,
        size,
        window);
  }

  Map<String, Object> shown() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("sessions", sessions);
    values.put("size", size);
    values.put("rounds", rounds);
    values.put("seconds", seconds);
    values.put("warmUp", warmUp);
    values.put("rate", rate);
    values.put("window", window);
    return values;
  }
}
