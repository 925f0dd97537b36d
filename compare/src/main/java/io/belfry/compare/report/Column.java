package io.belfry.compare.report;

import io.belfry.compare.result.Account;
import io.belfry.compare.result.Finding;
import io.belfry.compare.result.Metric;
import io.belfry.compare.result.Spread;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A column of a table of findings.
 *
 * @param heading above it
 * @param meaning what it says, in a sentence
 * @param rank how dear it is where there is little room: the lowest stay longest
 * @param cell what stands in it
 * @param aside what may stand beside it in smaller type; empty if nothing
 */
record Column(
    String heading,
    String meaning,
    int rank,
    Function<Finding, String> cell,
    Function<Finding, String> aside) {

  /** The heading of the letters. */
  static final String LETTERS = "as";

  /** The median of a figure. */
  static Column of(Metric metric, int rank) {
    Term term = Term.of(metric);
    return new Column(
        term.heading(),
        term.meaning(),
        rank,
        finding -> Units.of(metric, finding.spread(metric).median()),
        finding -> interval(metric, finding.spread(metric)));
  }

  /** The same without its interval, which takes room. */
  Column withoutAside() {
    return new Column(heading, meaning, rank, cell, finding -> "");
  }

  /** The interval of a figure. */
  static Column intervalOf(Metric metric, int rank) {
    return new Column(
        Term.of(metric).heading() + " within",
        "The interval in which the true median lies.",
        rank,
        finding -> {
          String text = interval(metric, finding.spread(metric));
          return text.isEmpty() ? Units.MISSING : text;
        },
        finding -> "");
  }

  /** What became of messages, of all repeats together. */
  static Column of(String heading, String meaning, int rank, ToLongFunction<Account> part) {
    return new Column(
        heading,
        meaning,
        rank,
        finding -> finding.runs().isEmpty()
            ? Units.MISSING
            : Units.whole(part.applyAsLong(finding.account())),
        finding -> "");
  }

  /** Whose promises are the same. */
  static Column letters(Likeness likeness) {
    return new Column(
        "as", "Those with the same letter promise the same.", 0, likeness::letter, finding -> "");
  }

  /** One figure makes no interval. */
  private static String interval(Metric metric, Spread spread) {
    return spread.count() < 2 || spread.low() == spread.high()
        ? ""
        : Units.interval(metric, spread);
  }
}
