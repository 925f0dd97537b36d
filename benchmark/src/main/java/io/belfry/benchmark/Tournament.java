package io.belfry.benchmark;

import io.belfry.benchmark.measure.Figures;
import io.belfry.benchmark.measure.Plan;
import io.belfry.benchmark.measure.Rounds;
import io.belfry.benchmark.wire.BreakdownException;
import io.belfry.benchmark.wire.Contestant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Lets the contestants take turns: a warm-up that does not count, then A B A B …, so that whatever
 * else the machine does meets both alike.
 */
final class Tournament {

  private static final int MOST_TRIES = 5;

  private final List<Contestant> contestants;
  private final Options options;
  private final Consumer<String> progress;

  Tournament(List<Contestant> contestants, Options options, Consumer<String> progress) {
    this.contestants = contestants;
    this.options = options;
    this.progress = progress;
  }

  /** Runs all, and hands over each result as soon as it is there. */
  void run(Consumer<Result> results) {
    for (Scenario scenario : options.scenarios()) {
      for (int size : options.sizes()) {
        results.accept(run(scenario, size));
      }
    }
  }

  private Result run(Scenario scenario, int size) {
    Map<Contestant, Rounds> rounds = new LinkedHashMap<>();
    contestants.forEach(contestant -> rounds.put(contestant, new Rounds()));
    Plan plan = options.plan(size);
    for (int round = 0; round <= options.rounds(); round++) {
      boolean isWarmUp = round == 0;
      String turn =
          scenario.label() + ", " + size + " bytes, " + (isWarmUp ? "warm-up" : "round " + round);
      rounds.forEach((contestant, figures) -> {
        progress.accept(turn + ": " + contestant.name());
        Figures reached = run(scenario, contestant, plan, figures);
        if (!isWarmUp) {
          figures.add(reached);
        }
      });
    }
    Map<String, Rounds> byName = new LinkedHashMap<>();
    rounds.forEach((contestant, figures) -> byName.put(contestant.name(), figures));
    return new Result(scenario, size, byName);
  }

  /** A turn that breaks down is repeated, and told: to have no figures is no figure either. */
  private static Figures run(Scenario scenario, Contestant contestant, Plan plan, Rounds rounds) {
    for (int tries = 1; ; tries++) {
      try {
        return run(scenario, contestant, plan);
      } catch (BreakdownException e) {
        rounds.addBreakdown(String.valueOf(e.getMessage()));
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  /** Begins with a clean heap, so that nobody pays for what another left behind. */
  private static Figures run(Scenario scenario, Contestant contestant, Plan plan) {
    System.gc();
    return scenario.run(contestant, plan);
  }
}
