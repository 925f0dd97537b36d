package io.belfry.packing.lane;

/**
 * How much travels together.
 *
 * @param bytes the largest pack
 * @param count the most messages in a pack
 * @param underWay how many wire messages are on their way before others gather: where the wire does
 *     not say when they have arrived, as many as there are
 */
public record Limits(int bytes, int count, int underWay) {

  /** For a wire that does not say when something has arrived. */
  public static final int UNKNOWN = Integer.MAX_VALUE;
}
