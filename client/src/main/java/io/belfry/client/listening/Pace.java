package io.belfry.client.listening;

import io.belfry.service.Replay;
import java.time.Duration;

/**
 * How a listening behaves in time and space. All that waits in memory for one listening is bounded
 * by these numbers; what is more waits in the log.
 *
 * @param grace how long an event that came too early waits for those before it, until they are
 *     asked for
 * @param silence how long no news is good news; after that the log is asked
 * @param remember how often a registered subscriber's place is told to the service
 * @param close how long closing waits for the listener, and for the service
 * @param firstRetry the wait after a first failure; it doubles with each one that follows
 * @param lastRetry the longest wait after a failure
 * @param page how many events, topics or contents are asked for at once
 * @param repairs how many topics are repaired at once
 * @param waiting how many events may wait for the listener
 * @param early how many events that came too early are held back
 * @param bytes how many bytes each of both may take, roughly
 */
public record Pace(
    Duration grace,
    Duration silence,
    Duration remember,
    Duration close,
    Duration firstRetry,
    Duration lastRetry,
    int page,
    int repairs,
    int waiting,
    int early,
    long bytes) {

  /** What suits programs on servers. */
  public static final Pace DEFAULTS = new Pace(
      Duration.ofMillis(5),
      Duration.ofSeconds(3),
      Duration.ofSeconds(1),
      Duration.ofSeconds(2),
      Duration.ofMillis(50),
      Duration.ofSeconds(5),
      500,
      4,
      2_000,
      2_000,
      16L * 1024 * 1024);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is not above zero, or the page is too large
   */
  public Pace {
    for (Duration time : new Duration[] {grace, silence, remember, close, firstRetry, lastRetry}) {
      if (time.isNegative() || time.isZero()) {
        throw new IllegalArgumentException("The times of a listening must be above zero.");
      }
    }
    if (page < 1 || repairs < 1 || waiting < 1 || early < 1 || bytes < 1) {
      throw new IllegalArgumentException("The bounds of a listening must be at least 1.");
    }
    if (page > Replay.MAX_LIMIT) {
      throw new IllegalArgumentException("A page has at most " + Replay.MAX_LIMIT + " events.");
    }
  }

  /**
   * The same with another tolerance of silence.
   *
   * @param time how long no news is good news
   * @return another pace
   */
  public Pace withSilence(Duration time) {
    return new Pace(
        grace, time, remember, close, firstRetry, lastRetry, page, repairs, waiting, early, bytes);
  }

  /**
   * The same with other bounds.
   *
   * @param events how many events may wait, of each kind
   * @param size how many bytes they may take
   * @return another pace
   */
  public Pace withBounds(int events, long size) {
    return new Pace(
        grace,
        silence,
        remember,
        close,
        firstRetry,
        lastRetry,
        page,
        repairs,
        events,
        events,
        size);
  }
}
