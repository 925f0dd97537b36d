package io.belfry.torture.checking;

/**
 * What is allowed in a run.
 *
 * @param allowsExpiry whether events may be kept no more
 * @param allowsNewLog whether the log may be another one
 * @param allowsTakeover whether a subscription may be taken over: a wire that repeats requests
 *     repeats claims, too
 */
public record Rules(boolean allowsExpiry, boolean allowsNewLog, boolean allowsTakeover) {

  /** No gap at all, and nobody is sent away. */
  public static final Rules STRICT = new Rules(false, false, false);

  /** No gap at all, over a wire that repeats requests. */
  public static final Rules OVER_LOSSY_WIRE = new Rules(false, false, true);
}
