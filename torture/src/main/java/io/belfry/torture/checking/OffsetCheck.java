package io.belfry.torture.checking;

import io.belfry.torture.checking.Violation.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether offsets are a total order, and the same as that of the seqs. */
final class OffsetCheck {

  /**
   * A place among all events.
   *
   * @param epoch the log's epoch
   * @param offset the offset
   */
  private record Slot(String epoch, long offset) {}

  private final Ledger ledger;
  private final Findings findings;

  OffsetCheck(Ledger ledger, Findings findings) {
    this.ledger = ledger;
    this.findings = findings;
  }

  void run() {
    Map<Slot, Known> byOffset = new HashMap<>();
    Map<Ledger.Column, Known> last = new HashMap<>();
    List<Known> all = ledger.all().toList();
    for (Known event : all) {
      requireAlone(event, byOffset.putIfAbsent(slot(event), event));
      requireRising(
          event, last.put(new Ledger.Column(event.place().epoch(), event.place().topic()), event));
    }
  }

  private static Slot slot(Known event) {
    return new Slot(event.place().epoch(), event.offset());
  }

  private void requireAlone(Known event, Known other) {
    if (other != null) {
      report(
          Kind.SAME_PLACE, event, "its offset " + event.offset() + " is that of " + other.place());
    }
  }

  private void requireRising(Known event, Known before) {
    if (before != null && before.offset() >= event.offset()) {
      report(
          Kind.OFFSET_ORDER,
          event,
          "its offset " + event.offset() + " is not above " + before.offset() + ", that of "
              + before.place());
    }
  }

  private void report(Kind kind, Known event, String sentence) {
    findings.add(kind, event.actor(), event.place().topic(), event.place().seq(), sentence + ".");
  }
}
