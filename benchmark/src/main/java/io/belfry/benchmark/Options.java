package io.belfry.benchmark;

import io.belfry.benchmark.measure.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to measure, and how.
 *
 * @param scenarios what the contestants have to do
 * @param sizes the sizes of payloads
 * @param rounds how often each has its turn
 * @param seconds how long each figure is measured
 * @param warmUp how many seconds of load go before
 * @param rate the messages a second at which latency is measured
 * @param only the contestants to measure
 * @param isTogether whether to measure latency alone, of all at the same time
 * @param transport which transport of Belfry takes part
 * @param overBroker what matters where a broker stands between
 * @param settings of the transport, beside its address
 * @param json where to write all figures
 * @param help whether to explain the options instead
 */
record Options(
    List<Scenario> scenarios,
    List<Integer> sizes,
    int rounds,
    double seconds,
    double warmUp,
    int rate,
    List<String> only,
    boolean isTogether,
    String transport,
    OverBroker overBroker,
    Map<String, String> settings,
    Optional<Path> json,
    boolean help) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** So much may be under way however large the messages are: a broker has no more room. */
  private static final int WINDOW_BYTES = 64 << 20;

  static final String HELP = """
      Measures what a transport of Belfry costs beside the library underneath it.

        java -jar benchmark/target/belfry-benchmark.jar [options]
        java -jar benchmark/target/belfry-benchmark.jar service --help

        --scenario S,...   of %s; all of them unless given
        --size N,...       bytes of payload, 8 or more (100,1024)
        --rounds N         how often each contestant has its turn (5)
        --seconds N        how long each figure is measured (2)
        --warm-up N        seconds of load before that (1; over a broker 6)
        --rate N           messages a second where latency is measured (10000; over a broker 1000)
        --only NAME,...    measure these contestants: raw, belfry, packed or, for jms,
                           raw-blocking (all of them); raw-again is raw a second time, whose
                           ratio tells what the machine alone makes
        --together         measure latency only, of all at the same time rather than in turns
        --transport NAME   the transport to measure: zeromq, mqtt or jms (zeromq)
        --set KEY=VALUE    a setting of the transport; may be repeated
        --json FILE        write all figures there, too
        --help             show this

      For mqtt and jms:

        --broker URL       the broker where all meet (one that is started, and ended, for it);
                           the settings user and password are for the raw client, too
        --window N         messages that may be under way to the slowest receiver (1000)
        --qos N            0 or 1, for mqtt (1)
        --persistent       messages survive the broker, for jms; not so unless given
      """.formatted(String.join(", ", Scenario.labels()));

  /** How long and how hard to measure at one size. */
  Plan plan(int size) {
    return new Plan(
        (long) (warmUp * NANOS_PER_SECOND),
        (long) (seconds * NANOS_PER_SECOND),
        rate,
        size,
        OverBroker.isFor(transport) || overBroker.url().isPresent()
            ? Math.min(overBroker.window(), WINDOW_BYTES / size)
            : Plan.NO_WINDOW);
  }
}
