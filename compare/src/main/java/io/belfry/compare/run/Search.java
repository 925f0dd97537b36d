package io.belfry.compare.run;

import io.belfry.compare.result.Account;
import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Run;
import io.belfry.compare.result.Timed;
import io.belfry.compare.scenario.Goal;
import io.belfry.compare.venue.Wires;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the highest rate that holds a goal: twice as much while it holds, and then ever closer
 * between what did and what did not. What fails once is tried once more: a hiccup of the machine is
 * not the transport's limit.
 */
final class Search {

  /** As close as it gets: what held and what did not differ by no more. */
  private static final double CLOSE = 1.12;

  private static final double LEAST = 10;
  private static final double MOST = 4_000_000;
  private static final double MILLI = 1e6;

  private final Trial trial;
  private final Goal goal;
  private final Troupes troupes;
  private final Wires wires;
  private final IntSupplier numbers;
  private double failed = MOST;
  private String reason = "";

  Search(Trial trial, Goal goal, Troupes troupes, Wires wires, IntSupplier numbers) {
    this.trial = trial;
    this.goal = goal;
    this.troupes = troupes;
    this.wires = wires;
    this.numbers = numbers;
  }

  /** The last trial that held, with the rate that it held; one without if none did. */
  Measured run() {
    double rate = trial.point().rate();
    double held = 0;
    @Nullable Measured best = null;
    while (rate >= LEAST && rate < MOST && failed / Math.max(held, 1) > CLOSE) {
      Optional<Measured> measured = attempt(rate);
      if (measured.isPresent()) {
        best = measured.get();
        held = rate;
        rate = failed < MOST ? Math.sqrt(held * failed) : 2 * rate;
      } else {
        failed = rate;
        rate = held > 0 ? Math.sqrt(held * failed) : rate / 2;
      }
    }
    return result(best, held);
  }

  private Measured result(@Nullable Measured best, double held) {
    if (best == null) {
      return new Measured(
          new Run(Map.of(), Account.NONE, List.of(), List.of(), List.of("No rate held: " + reason)),
          Map.of());
    }
    Run run = best.run();
    Map<Metric, Double> figures = new EnumMap<>(run.figures());
    figures.put(Metric.SUSTAINED, held);
    // What is true at the limit, such as that the sender is held up, says nothing that is not
    // known.
    List<String> warnings = reason.isEmpty() ? List.of() : List.of(reason);
    return new Measured(
        new Run(figures, run.account(), run.timeline(), run.marks(), warnings), best.times());
  }

  private Optional<Measured> attempt(double rate) {
    for (int tries = 0; tries < 2; tries++) {
      Measured measured = Performance.of(trial.at(numbers.getAsInt(), rate), troupes, wires);
      String fault = fault(measured, rate);
      if (fault.isEmpty()) {
        return Optional.of(measured);
      }
      reason = fault;
    }
    return Optional.empty();
  }

  /** Why it does not hold; empty if it does. */
  private String fault(Measured measured, double rate) {
    Account account = measured.run().account();
    String at = String.format(Locale.ROOT, "%.0f messages/s did not hold: ", rate);
    long wanted = trial.at(0, rate).beat().total() * trial.point().publishers();
    if (account.sent() + account.refused() < wanted) {
      return at + String.join(" ", measured.run().warnings());
    }
    if (!account.isFlawless()) {
      return at + account.lost() + " lost, " + account.refused() + " refused, " + account.repeated()
          + " repeated, " + account.corrupt() + " corrupt.";
    }
    long took = measured.times().containsKey(Timed.RESPONSE)
        ? measured.times().get(Timed.RESPONSE).getValueAtPercentile(goal.percent())
        : Long.MAX_VALUE;
    return took <= goal.limit().toNanos()
        ? ""
        : at
            + String.format(
                    Locale.ROOT,
                    "%.1f of 100 took up to %.1f ms. %s",
                    goal.percent(),
                    took / MILLI,
                    String.join(" ", measured.run().warnings()))
                .strip();
  }
}
