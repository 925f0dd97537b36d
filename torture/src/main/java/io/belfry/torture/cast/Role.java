package io.belfry.torture.cast;

import java.util.List;

/**
 * What a subscriber does.
 *
 * @param filter which topics it wants
 * @param manner how it begins, and goes on after an interruption
 * @param isSlow whether its handler takes its time
 * @param isCrashing whether it is in the process that is killed
 */
public record Role(String filter, Manner manner, boolean isSlow, boolean isCrashing) {

  /** How a subscriber begins. */
  public enum Manner {
    /** With the current content, each time. */
    NOW,
    /** With the first event, and then after its own cursor. */
    RESUMING,
    /** Where the service knows it to be. */
    NAMED
  }

  private static final List<Role> ALL = List.of(
      new Role("#", Manner.RESUMING, false, false),
      new Role("a.*", Manner.NOW, false, false),
      new Role("#", Manner.NAMED, false, true),
      new Role("b.*", Manner.NOW, true, false),
      new Role("a.t0", Manner.RESUMING, false, true),
      new Role("#", Manner.RESUMING, false, true),
      new Role("*.t1", Manner.NAMED, false, false),
      new Role("c.#", Manner.RESUMING, true, true));

  /**
   * The role of a subscriber.
   *
   * @param number from 0 on
   * @return its role
   */
  public static Role of(int number) {
    return ALL.get(number % ALL.size());
  }
}
