package io.belfry.compare.run;

import io.belfry.compare.scenario.Scenario;
import io.belfry.compare.venue.Target;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What is to be compared.
 *
 * @param targets those that are compared
 * @param scenarios what is done with each
 * @param repeats how often, instead of what the scenarios say
 * @param isRehearsed whether something is done before that does not count
 * @param command the command that does it again
 * @param method what else a reader should know about how it is done, in order
 */
public record Order(
    List<Target> targets,
    List<Scenario> scenarios,
    OptionalInt repeats,
    boolean isRehearsed,
    String command,
    Map<String, String> method) {

  int repeats(Scenario scenario) {
    return repeats.orElse(scenario.repeats());
  }

  /**
   * How many trials it has.
   *
   * @return all of them
   */
  public int trials() {
    return targets.size()
        * scenarios.stream()
            .mapToInt(scenario -> scenario.points().size() * repeats(scenario))
            .sum();
  }
}
