package io.belfry.trials;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Checks that are made on many random cases. Each run has cases of its own; a failure tells how to
 * repeat it.
 */
public final class Trials {

  private static final String SEED = "belfry.seed";

  private Trials() {}

  /** Makes the check the given number of times, each with randomness of its own. */
  public static void run(int times, Consumer<SplittableRandom> check) {
    long first = Long.getLong(SEED, System.nanoTime());
    for (long seed = first; seed < first + times; seed++) {
      try {
        check.accept(new SplittableRandom(seed));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("Failed; to repeat it: -D" + SEED + "=" + seed, e);
      }
    }
  }

  /** One of the choices. */
  @SafeVarargs
  public static <T> T oneOf(SplittableRandom random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
