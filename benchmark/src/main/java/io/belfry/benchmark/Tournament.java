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
 * else the machine does meets both alike. Or all have the same turn, to the same end.
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
    Map<String, Rounds> rounds = new LinkedHashMap<>();
    contestants.forEach(contestant -> rounds.put(contestant.name(), new Rounds()));
    for (int round = 0; round <= options.rounds(); round++) {
      boolean isWarmUp = round == 0;
      String label =
          scenario.label() + ", " + size + " bytes, " + (isWarmUp ? "warm-up" : "round " + round);
      for (List<Contestant> turn : turns()) {
        List<String> names = turn.stream().map(Contestant::name).toList();
        progress.accept(label + ": " + String.join(", ", names));
        List<Rounds> theirs = names.stream().map(rounds::get).toList();
        List<Figures> reached = run(scenario, turn, options.plan(size), theirs);
        for (int i = 0; i < turn.size() && !isWarmUp; i++) {
          theirs.get(i).add(reached.get(i));
        }
      }
    }
    return new Result(scenario, size, rounds);
  }

  /** Who has a turn at the same time. */
  private List<List<Contestant>> turns() {
    return options.isTogether()
        ? List.of(contestants)
        : contestants.stream().map(List::of).toList();
  }

  /** A turn that breaks down is repeated, and told: to have no figures is no figure either. */
  private List<Figures> run(
      Scenario scenario, List<Contestant> turn, Plan plan, List<Rounds> theirs) {
    for (int tries = 1; ; tries++) {
      try {
        return run(scenario, turn, plan);
      } catch (BreakdownException e) {
        String whose = turn.size() > 1 ? "this one or another of its turn: " : "";
        theirs.forEach(each -> each.addBreakdown(whose + e.getMessage()));
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  /** Begins with a clean heap, so that nobody pays for what another left behind. */
  private List<Figures> run(Scenario scenario, List<Contestant> turn, Plan plan) {
    System.gc();
    return options.isTogether()
        ? scenario.runTogether(turn, plan)
        : turn.stream().map(contestant -> scenario.run(contestant, plan)).toList();
  }
}
