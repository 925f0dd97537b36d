package io.belfry.packing.lane;

import java.time.Duration;

/**
 * How much travels together, and behind what it gathers.
 *
 * @param bytes the largest pack
 * @param count the most messages in a pack
 * @param underWay so many wire messages may be on their way before others gather
 * @param most for so long at most one is taken to be on its way, if nothing is heard of it
 */
public record Limits(int bytes, int count, int underWay, Duration most) {

  private static final Duration FOR_EVER = Duration.ofDays(1);

  /**
   * For a wire that does not say when something has arrived: what gathers leaves as soon as the
   * wire takes it.
   *
   * @param bytes the largest pack
   * @param count the most messages in a pack
   */
  public Limits(int bytes, int count) {
    this(bytes, count, Integer.MAX_VALUE, FOR_EVER);
  }

  /**
   * For a wire that says of everything that it has arrived, or why not.
   *
   * @param allowed so many may be on their way before others gather
   * @return limits of the same size
   */
  public Limits acknowledged(int allowed) {
    return new Limits(bytes, count, allowed, FOR_EVER);
  }

  /**
   * For what is answered, soon or late.
   *
   * @param allowed so many may be unanswered before others gather
   * @param soon who takes longer is not waited for
   * @return limits of the same size
   */
  public Limits answered(int allowed, Duration soon) {
    return new Limits(bytes, count, allowed, soon);
  }
}
