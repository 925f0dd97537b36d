package io.belfry.torture.checking;

import io.belfry.torture.checking.Violation.Kind;
import io.belfry.torture.history.Entry.Acknowledged;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether what was begun after an acknowledgement has a higher offset than what that was for. */
final class TimeCheck {

  private final Intents intents;
  private final Acknowledgements acknowledgements;
  private final Findings findings;

  TimeCheck(Intents intents, Acknowledgements acknowledgements, Findings findings) {
    this.intents = intents;
    this.acknowledgements = acknowledgements;
    this.findings = findings;
  }

  void run() {
    List<Acknowledgements.Timed> byEnd = acknowledgements.all().stream()
        .sorted(Comparator.comparingLong(Acknowledgements.Timed::at))
        .toList();
    List<Acknowledgements.Timed> byBeginning = acknowledgements.all().stream()
        .sorted(Comparator.comparingLong(this::begun))
        .toList();
    @Nullable Acknowledged highest = null;
    int ended = 0;
    for (Acknowledgements.Timed told : byBeginning) {
      while (ended < byEnd.size() && byEnd.get(ended).at() < begun(told)) {
        highest = higher(highest, byEnd.get(ended).acknowledged());
        ended++;
      }
      require(highest, told);
    }
  }

  /** Of two epochs, the later one counts: its numbers begin anew. */
  private static Acknowledged higher(@Nullable Acknowledged one, Acknowledged other) {
    return one == null || !one.epoch().equals(other.epoch()) || one.offset() < other.offset()
        ? other
        : one;
  }

  private void require(@Nullable Acknowledged highest, Acknowledgements.Timed told) {
    Acknowledged later = told.acknowledged();
    if (highest != null
        && highest.epoch().equals(later.epoch())
        && highest.offset() >= later.offset()) {
      findings.add(
          Kind.OFFSET_ORDER,
          told.actor(),
          later.topic(),
          later.seq(),
          "it was begun after " + highest.place() + " had been acknowledged, and its offset "
              + later.offset() + " is not above " + highest.offset() + ".");
    }
  }

  private long begun(Acknowledgements.Timed told) {
    return intents.byKey(told.acknowledged().key()).orElseThrow().at();
  }
}
