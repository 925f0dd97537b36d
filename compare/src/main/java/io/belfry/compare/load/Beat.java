package io.belfry.compare.load;

/**
 * When messages are due. The clock decides that alone: however slow the transport is, the next one
 * is due when it is due, and counts from then.
 *
 * @param interval nanoseconds from one message of a publisher to its next
 * @param warmUp how many messages come before those that are measured
 * @param total how many there are in all
 */
public record Beat(double interval, long warmUp, long total) {

  private static final double SECOND = 1e9;

  /**
   * At a rate.
   *
   * @param rate messages a second, for each publisher
   * @param warmUpNanos how long before it is measured
   * @param nanos how long it is measured
   * @return the beat, with one message to measure at least
   */
  public static Beat of(double rate, long warmUpNanos, long nanos) {
    double interval = SECOND / rate;
    long warmUp = (long) (warmUpNanos / interval);
    return new Beat(interval, warmUp, warmUp + Math.max(1, (long) (nanos / interval)));
  }

  /**
   * When a message is due.
   *
   * @param start when the first one was
   * @param sequence its number
   * @return the time, on the clock that {@code start} is from
   */
  public long due(long start, long sequence) {
    return start + (long) (sequence * interval);
  }

  /**
   * Whether a message counts.
   *
   * @param sequence its number
   * @return whether it comes after the warm-up
   */
  public boolean isMeasured(long sequence) {
    return sequence >= warmUp && sequence < total;
  }

  /**
   * How long it takes.
   *
   * @return nanoseconds from when the first message is due to when the one after the last would be
   */
  public long length() {
    return (long) (total * interval);
  }
}
