package io.belfry.testbroker;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What the environment promises to have, in BELFRY_PROMISED: the titles of kinds, or
 * {@code docker}, with commas between them. Tests of what is missing are skipped; where it was
 * promised, a test must fail instead, or nobody would see it.
 */
public final class Promises {

  private static final String VARIABLE = "BELFRY_PROMISED";

  private Promises() {}

  /**
   * Which promises about brokers are not kept.
   *
   * @return a sentence for each; empty if all is well
   */
  public static List<String> broken() {
    return broken(checks());
  }

  /**
   * Which of other promises are not kept.
   *
   * @param checks by the name of a promise, what tells why it is not kept, if so
   * @return a sentence for each; empty if all is well
   */
  public static List<String> broken(Map<String, Supplier<Optional<String>>> checks) {
    return broken(Optional.ofNullable(System.getenv(VARIABLE)).orElse(""), checks);
  }

  /** Names that are not ours are the business of others. */
  static List<String> broken(String promised, Map<String, Supplier<Optional<String>>> checks) {
    Set<String> names = Set.copyOf(List.of(promised.split("[,\\s]+", -1)));
    return checks.entrySet().stream()
        .filter(check -> names.contains(check.getKey()))
        .flatMap(check ->
            check.getValue().get().stream().map(why -> check.getKey() + " was promised. " + why))
        .toList();
  }

  private static Map<String, Supplier<Optional<String>>> checks() {
    Map<String, Supplier<Optional<String>>> checks = Arrays.stream(Kind.values())
        .collect(Collectors.toMap(Kind::title, kind -> () -> TestBrokers.missing(kind)));
    checks.put("docker", Docker::missing);
    return checks;
  }
}
