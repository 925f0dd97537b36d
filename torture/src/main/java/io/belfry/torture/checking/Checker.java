package io.belfry.torture.checking;

import io.belfry.torture.checking.Violation.Kind;
import io.belfry.torture.history.Entry;
import io.belfry.torture.history.Entry.Begun;
import io.belfry.torture.history.Entry.Delivered;
import io.belfry.torture.history.Entry.Died;
import io.belfry.torture.history.Entry.Failed;
import io.belfry.torture.history.Entry.Finished;
import io.belfry.torture.history.History;
import java.util.Collection;
import java.util.Set;

/** Compares all histories of a run with what was promised. */
public final class Checker {

  /** Failures after which a publisher may try again; others have no reason here. */
  private static final Set<String> EXPECTED = Set.of("UNKNOWN_OUTCOME", "UNAVAILABLE", "BUSY");

  private final Collection<History> histories;
  private final Rules rules;
  private final Findings findings = new Findings();

  private Checker(Collection<History> histories, Rules rules) {
    this.histories = histories;
    this.rules = rules;
  }

  /**
   * Compares them.
   *
   * @param histories of all actors
   * @param rules what is allowed
   * @return what they show
   */
  public static Verdict check(Collection<History> histories, Rules rules) {
    return new Checker(histories, rules).verdict();
  }

  private Verdict verdict() {
    Intents intents = new Intents(histories);
    Acknowledgements acknowledgements = new Acknowledgements(intents, findings);
    acknowledgements.read(histories);
    Ledger ledger = new Ledger(intents, findings);
    acknowledgements.teach(ledger);
    histories.forEach(history -> history
        .entries(Delivered.class)
        .forEach(event -> ledger.learn(
            new Known(event.place(), event.offset(), event.content(), history.actor()))));
    new OffsetCheck(ledger, findings).run();
    new TimeCheck(intents, acknowledgements, findings).run();
    histories.forEach(this::checkConduct);
    follow(ledger, new SnapshotCheck(histories, ledger, acknowledgements, findings));
    return new Verdict(
        findings.violations(),
        Figures.of(histories, intents, acknowledgements.all().size()));
  }

  private void follow(Ledger ledger, SnapshotCheck snapshots) {
    histories.stream()
        .filter(history -> history.entries(Begun.class).findAny().isPresent())
        .forEach(history -> new Follower(history, ledger, snapshots, rules, findings).run());
  }

  private void checkConduct(History history) {
    history
        .entries(Failed.class)
        .filter(failed -> !EXPECTED.contains(failed.code()))
        .forEach(failed -> report(
            Kind.REFUSED,
            history,
            "the publication '" + failed.key() + "' failed with " + failed.code() + "."));
    history
        .entries(Died.class)
        .forEach(died ->
            report(Kind.DIED, history, "the process '" + died.process() + "' ended by itself."));
    if (!isFinished(history)) {
      report(Kind.UNFINISHED, history, "the actor did not come to its end.");
    }
  }

  private static boolean isFinished(History history) {
    Entry last = history.lines().isEmpty()
        ? null
        : history.lines().get(history.lines().size() - 1).entry();
    return last instanceof Finished;
  }

  private void report(Kind kind, History history, String sentence) {
    findings.add(kind, history.actor(), "", 0, sentence);
  }
}
