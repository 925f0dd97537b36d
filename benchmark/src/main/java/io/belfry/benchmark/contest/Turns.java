package io.belfry.benchmark.contest;

import io.belfry.benchmark.measure.Figures;
import io.belfry.benchmark.measure.Plan;
import io.belfry.benchmark.measure.Rounds;
import io.belfry.benchmark.wire.BreakdownException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Lets all take turns: a warm-up that does not count, then A B A B …, as in the other contests. */
public final class Turns {

  private static final int MOST_TRIES = 3;

  private final int rounds;
  private final Plan plan;
  private final Consumer<String> progress;

  /**
   * Makes the rules.
   *
   * @param rounds how often each has its turn
   * @param plan how long and how hard
   * @param progress is told whose turn it is
   */
  public Turns(int rounds, Plan plan, Consumer<String> progress) {
    this.rounds = rounds;
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * Has all of a contest take their turns.
   *
   * @throws BreakdownException if one of them does not work, however often it tries
   */
  public Standing of(Contest contest) {
    Map<String, Rounds> reached = new LinkedHashMap<>();
    contest.all().forEach(candidate -> reached.put(candidate.name(), new Rounds()));
    for (int round = 0; round <= rounds; round++) {
      for (Candidate candidate : contest.all()) {
        String turn = round == 0 ? "warm-up" : "round " + round;
        progress.accept(contest.label() + ", " + turn + ": " + candidate.name());
        Rounds own = reached.getOrDefault(candidate.name(), new Rounds());
        Figures figures = run(candidate, own);
        if (round > 0) {
          own.add(figures);
        }
      }
    }
    return new Standing(contest, reached);
  }

  /** A turn that breaks down is repeated, and told. */
  private Figures run(Candidate candidate, Rounds own) {
    for (int tries = 1; ; tries++) {
      try {
        System.gc(); // So that nobody pays for what another left behind.
        return candidate.run(plan);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BreakdownException(e);
      } catch (Exception e) {
        own.addBreakdown(String.valueOf(e.getMessage()));
        if (tries == MOST_TRIES) {
          throw new BreakdownException(e);
        }
      }
    }
  }
}
