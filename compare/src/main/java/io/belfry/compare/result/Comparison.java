package io.belfry.compare.result;

import java.util.List;
import java.util.Map;

/**
 * A whole comparison.
 *
 * @param created when it began, as ISO 8601 in UTC
 * @param command the command that does it again
 * @param fingerprint machine, JVM and versions, in the order in which they are to be shown
 * @param method repeats, warm-up and whatever else was set for all, in order
 * @param contestants those that were compared, in order
 * @param scenarios what was done, in order
 * @param findings what came of it: for each scenario, each point of it and each contestant
 */
public record Comparison(
    String created,
    String command,
    Map<String, String> fingerprint,
    Map<String, String> method,
    List<Contestant> contestants,
    List<Described> scenarios,
    List<Finding> findings) {

  /** The print of a fingerprint that tells how busy the machine was. */
  public static final String LOAD = "load at the beginning";

  /**
   * A scenario, as it was set.
   *
   * @param name its name
   * @param meaning one sentence about it
   * @param pattern the pattern's name
   * @param fault the fault's name, or {@code none}
   * @param settings every setting of it, in order
   */
  public record Described(
      String name, String meaning, String pattern, String fault, Map<String, String> settings) {}
}
