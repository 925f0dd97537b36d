package io.belfry.torture.checking;

import io.belfry.torture.checking.Violation.Kind;
import io.belfry.torture.history.Entry.Missed;
import io.belfry.torture.history.Place;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether a gap that was told is allowed and can be true. */
final class GapCheck {

  private static final String NEW_LOG = "NEW_LOG";

  private final Missed missed;
  private final Rules rules;
  private final Ledger ledger;
  private final Progress progress;

  GapCheck(Missed missed, Rules rules, Ledger ledger, Progress progress) {
    this.missed = missed;
    this.rules = rules;
    this.ledger = ledger;
    this.progress = progress;
  }

  /**
   * What is wrong with it.
   *
   * @param kind of promise
   * @param sentence about it
   */
  record Fault(Kind kind, String sentence) {}

  Optional<Fault> fault(String epoch) {
    boolean isNewLog = missed.reason().equals(NEW_LOG);
    if (isNewLog ? !rules.allowsNewLog() : !rules.allowsExpiry()) {
      return Optional.of(new Fault(
          Kind.FORBIDDEN_GAP,
          "a gap of the kind " + missed.reason() + " up to " + missed.to() + " was told."));
    }
    return isNewLog ? falseNewLog(epoch) : falseExpiry();
  }

  private Optional<Fault> falseNewLog(String epoch) {
    return missed.epoch().equals(epoch) ? untrue("the log is still the same.") : Optional.empty();
  }

  private Optional<Fault> falseExpiry() {
    OptionalLong last = progress.last(missed.topic());
    if (last.isPresent() && missed.to() <= last.getAsLong()) {
      return untrue("all up to " + missed.to() + " had come already.");
    }
    if (missed.from() > 0 && last.isPresent() && missed.from() <= last.getAsLong()) {
      return untrue("all up to " + last.getAsLong() + " had come already.");
    }
    return missed.to() > ledger.head(missed.epoch(), missed.topic())
        ? untrue("there is no event " + missed.to() + ".")
        : Optional.empty();
  }

  private static Optional<Fault> untrue(String sentence) {
    return Optional.of(new Fault(Kind.FALSE_GAP, sentence));
  }

  /** Goes on behind it. Where its beginning is not told, it begins with what is next. */
  void pass() {
    long next = progress.last(missed.topic()).orElse(0) + 1;
    long from = missed.from() > 0 ? missed.from() : next;
    progress.pass(new Place(missed.epoch(), missed.topic(), missed.to()), from);
  }
}
