package io.belfry.benchmark.measure;

/**
 * How long and how hard to measure.
 *
 * @param warmUpNanos how long the load runs before anything counts
 * @param nanos how long it counts
 * @param rate how many messages a second are sent where latency is measured
 * @param size how many bytes a payload has
 * @param window how many messages may be under way to the slowest receiver
 */
public record Plan(long warmUpNanos, long nanos, int rate, int size, int window) {

  /** The window where the connection itself holds the sender up. */
  public static final int NO_WINDOW = Integer.MAX_VALUE;

  private static final double NANOS_PER_SECOND = 1e9;

  /** How many messages a second it is, if there were so many while it counted. */
  double perSecond(long messages, long elapsedNanos) {
    return messages * NANOS_PER_SECOND / elapsedNanos;
  }

  /** How many messages are sent by the clock before any counts. */
  public long warmUpMessages() {
    return (long) (warmUpNanos / interval());
  }

  /** The nanoseconds between two messages. */
  double interval() {
    return NANOS_PER_SECOND / rate;
  }
}
