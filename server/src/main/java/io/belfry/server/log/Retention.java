package io.belfry.server.log;

import java.time.Duration;
import java.util.Optional;

/**
 * How much of the past is kept. The last event of each topic is kept always, and what has gone is
 * told to whoever asks for it as a gap.
 *
 * <p>The first three are hard limits: beyond them the oldest events go, whoever may still need
 * them. The fourth gives room back earlier: an event that no stored cursor needs any more goes when
 * it is that old. A cursor that its owner alone keeps does not count as stored.
 *
 * @param age how old an event may become; for ever if there is none
 * @param maxEvents how many events are kept at most, of all topics
 * @param maxBytes how many bytes of content are kept at most, of all topics
 * @param ageUnneeded how old an event may become that every stored cursor has passed; as old as any
 *     other if there is none
 */
public record Retention(
    Optional<Duration> age, long maxEvents, long maxBytes, Optional<Duration> ageUnneeded) {

  /** Keeps everything. */
  public static final Retention UNLIMITED =
      new Retention(Optional.empty(), Long.MAX_VALUE, Long.MAX_VALUE, Optional.empty());

  private static final Retention USUAL =
      new Retention(Optional.of(Duration.ofDays(7)), 10_000_000, 4L << 30, Optional.empty());

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a limit is below 1, or a time negative
   */
  public Retention {
    if (maxEvents < 1 || maxBytes < 1) {
      throw new IllegalArgumentException("At least one event and one byte must be kept.");
    }
    if (age.filter(Duration::isNegative).isPresent()
        || ageUnneeded.filter(Duration::isNegative).isPresent()) {
      throw new IllegalArgumentException("The age of an event can't be negative.");
    }
  }

  /**
   * Limits on age, count and bytes.
   *
   * @param age how old an event may become; for ever if there is none
   * @param maxEvents how many events are kept at most, of all topics
   * @param maxBytes how many bytes of content are kept at most, of all topics
   */
  public Retention(Optional<Duration> age, long maxEvents, long maxBytes) {
    this(age, maxEvents, maxBytes, Optional.empty());
  }

  /**
   * What is kept if nothing else is said: a week, ten million events, 4 GiB.
   *
   * @return the limits
   */
  public static Retention usual() {
    return USUAL;
  }
}
