package io.belfry.transport;

/**
 * How a worker takes work.
 *
 * @param prefetch how many messages a worker may hold, the one at work included, at least 1. With
 *     1, work goes to whoever is free; more hides the way there and back
 */
public record PullOptions(int prefetch) {

  /** A prefetch of 500. */
  public static final PullOptions DEFAULTS = new PullOptions(500);

  /**
   * Checks the prefetch.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public PullOptions {
    if (prefetch < 1) {
      throw new IllegalArgumentException(
          "A worker holds at least 1 message, not " + prefetch + ".");
    }
  }
}
