package io.belfry.benchmark.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures of one contestant, round by round. */
public final class Rounds {

  private final List<Figures> figures = new ArrayList<>();
  private final List<String> breakdowns = new ArrayList<>();

  /** Takes note of a turn that broke down, and so has no figures. */
  public void addBreakdown(String reason) {
    breakdowns.add(reason);
  }

  /** Why turns broke down, which were then repeated. */
  public List<String> breakdowns() {
    return List.copyOf(breakdowns);
  }

  /** Adds a round. */
  public void add(Figures round) {
    figures.add(round);
  }

  /** Whether there are rounds, and each has that figure. */
  public boolean has(Metric metric) {
    return !figures.isEmpty() && of(metric).size() == figures.size();
  }

  /** One figure of every round. */
  public List<Double> of(Metric metric) {
    return figures.stream()
        .flatMap(round -> Optional.ofNullable(round.values().get(metric)).stream())
        .toList();
  }

  /** The account over all rounds. */
  public Verdict verdict() {
    return figures.stream().map(Figures::verdict).reduce(Verdict.FLAWLESS, Verdict::plus);
  }
}
