package io.belfry.torture.checking;

/**
 * What is allowed in a run.
 *
 * @param allowsExpiry whether events may be kept no more
 * @param allowsNewLog whether the log may be another one
 */
public record Rules(boolean allowsExpiry, boolean allowsNewLog) {

  /** No gap at all. */
  public static final Rules STRICT = new Rules(false, false);
}
