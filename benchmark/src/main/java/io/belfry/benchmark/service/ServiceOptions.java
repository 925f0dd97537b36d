package io.belfry.benchmark.service;

import io.belfry.benchmark.measure.Plan;
import io.belfry.benchmark.wire.Access;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to measure, and how.
 *
 * @param scenarios what is done
 * @param store the kind of store, or where it is
 * @param directory where files of SQLite are made
 * @param transport what else publishers and subscribers go over
 * @param size the bytes of content of an event
 * @param rounds how often each has its turn
 * @param seconds how long each figure is measured
 * @param warmUp how many seconds of load go before
 * @param rate the events a second at which the way to handlers is timed
 * @param window how many events may be under way where throughput to handlers is measured
 * @param idle how many wait where memory is measured
 * @param json where to write all figures
 * @param help whether to explain the options instead
 */
record ServiceOptions(
    List<String> scenarios,
    String store,
    Optional<Path> directory,
    String transport,
    int size,
    int rounds,
    double seconds,
    double warmUp,
    int rate,
    int window,
    int idle,
    Optional<Path> json,
    boolean help) {

  private static final double NANOS_PER_SECOND = 1e9;

  static final String HELP = """
      Measures the notification service beside what a program would do by itself.

        java -jar benchmark/target/belfry-benchmark.jar service [options]

        --scenario S,...   of %s,
                           or the part before the dash; all of them unless given
        --store STORE      sqlite, postgres (one that is started, and ended, for it),
                           or jdbc:postgresql://... (sqlite)
        --dir DIRECTORY    where files of SQLite are made (the directory for temporary files)
        --transport NAME   what clients go over, beside those in the process: zeromq, mqtt, jms
                           or none (zeromq)
        --size N           bytes of an event's content, 8 or more (100)
        --rounds N         how often each has its turn (5)
        --seconds N        how long each figure is measured (2)
        --warm-up N        seconds of load before that (1)
        --rate N           events a second where the way to handlers is timed (200)
        --window N         events under way where throughput to handlers is measured (64)
        --idle N           how many wait where memory is measured, and how many mailboxes (10000)
        --json FILE        write all figures there, too
        --help             show this
      """.formatted(String.join(", ", Contests.LABELS.subList(0, 5)) + ",\n"
      + " ".repeat(21) + String.join(", ", Contests.LABELS.subList(5, Contests.LABELS.size())));

  Plan plan() {
    return new Plan(
        (long) (warmUp * NANOS_PER_SECOND),
        (long) (seconds * NANOS_PER_SECOND),
        rate,
        size,
        window);
  }

  /** What others may see. */
  Map<String, Object> shown() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("store", new Access(store, Optional.empty(), Optional.empty()).shownUrl());
    values.put("transport", transport);
    values.put("size", size);
    values.put("rounds", rounds);
    values.put("seconds", seconds);
    values.put("warmUp", warmUp);
    values.put("rate", rate);
    values.put("window", window);
    values.put("idle", idle);
    return values;
  }
}
