package io.belfry.server.log;

import java.time.Duration;

/**
 * The limits of a log.
 *
 * @param maxContent how many bytes an event's content has at most
 * @param maxPage how many bytes a page has at most, unless its first item alone has more
 * @param maxSnapshot how many bytes the content of a topic to which events are appended has at
 *     most, unless its last event alone has more
 * @param keyWindow for how long an idempotency key is remembered at least
 * @param maxWaiting how many publications wait to be written at most
 * @param maxWaitingBytes how many bytes of content wait at most
 * @param maxBatch how many publications are written in one transaction at most
 * @param maxBatchBytes how many bytes of content are written in one transaction at most, unless the
 *     first publication alone has more
 * @param retention how much of the past is kept
 */
public record LogConfig(
    int maxContent,
    int maxPage,
    int maxSnapshot,
    Duration keyWindow,
    int maxWaiting,
    long maxWaitingBytes,
    int maxBatch,
    long maxBatchBytes,
    Retention retention) {

  private static final LogConfig USUAL = new LogConfig(
      256 << 10,
      512 << 10,
      512 << 10,
      Duration.ofHours(24),
      10_000,
      64L << 20,
      1_000,
      4L << 20,
      Retention.usual());

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a limit is below 1, or no event could wait
   */
  public LogConfig {
    if (Math.min(Math.min(maxContent, maxPage), Math.min(maxSnapshot, maxBatch)) < 1
        || Math.min(maxWaiting, maxBatchBytes) < 1
        || keyWindow.isNegative()) {
      throw new IllegalArgumentException("The limits of a log must be 1 or more.");
    }
    if (maxWaitingBytes < maxContent) {
      throw new IllegalArgumentException("The largest content must be able to wait: " + maxContent
          + " bytes, but at most " + maxWaitingBytes + " may wait.");
    }
  }

  /**
   * Limits that suit most.
   *
   * @return the usual configuration
   */
  public static LogConfig usual() {
    return USUAL;
  }

  /**
   * The same with another retention.
   *
   * @param limits how much of the past is kept
   * @return the configuration
   */
  public LogConfig keeping(Retention limits) {
    return new LogConfig(
        maxContent,
        maxPage,
        maxSnapshot,
        keyWindow,
        maxWaiting,
        maxWaitingBytes,
        maxBatch,
        maxBatchBytes,
        limits);
  }
}
