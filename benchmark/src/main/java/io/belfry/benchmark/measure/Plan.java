package io.belfry.benchmark.measure;

/**
 * How long and how hard to measure.
 *
 * @param warmUpNanos how long the load runs before anything counts
 * @param nanos how long it counts
 * @param rate how many messages a second are sent where latency is measured
 * @param size how many bytes a payload has
 */
public record Plan(long warmUpNanos, long nanos, int rate, int size) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** How many messages a second it is, if there were so many while it counted. */
  double perSecond(long messages, long elapsedNanos) {
    return messages * NANOS_PER_SECOND / elapsedNanos;
  }

  /** The nanoseconds between two messages. */
  double interval() {
    return NANOS_PER_SECOND / rate;
  }
}
