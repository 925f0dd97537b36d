package io.belfry.torture.checking;

import io.belfry.torture.checking.Violation.Kind;
import io.belfry.torture.history.Entry;
import io.belfry.torture.history.Entry.Begun;
import io.belfry.torture.history.Entry.Closed;
import io.belfry.torture.history.Entry.Delivered;
import io.belfry.torture.history.Entry.Ended;
import io.belfry.torture.history.Entry.Missed;
import io.belfry.torture.history.Entry.Ready;
import io.belfry.torture.history.Entry.Shown;
import io.belfry.torture.history.History;
import io.belfry.torture.history.Line;
import java.util.OptionalLong;

/** Goes through the history of one subscriber. */
final class Follower {

  private static final String NO_TOPIC = "UNKNOWN_TOPIC";

  private final History history;
  private final Ledger ledger;
  private final SnapshotCheck snapshots;
  private final Rules rules;
  private final Findings findings;
  private final Progress progress;
  private String filter = "#";
  private Wanted wanted = new Wanted(filter);
  private String epoch = "";
  private long begunAt;
  private boolean isListening;
  private boolean isRegistered;

  Follower(
      History history, Ledger ledger, SnapshotCheck snapshots, Rules rules, Findings findings) {
    this.history = history;
    this.ledger = ledger;
    this.snapshots = snapshots;
    this.rules = rules;
    this.findings = findings;
    this.progress = new Progress(history.actor(), ledger, findings);
  }

  void run() {
    for (Line line : history.lines()) {
      follow(line.entry(), line.at());
    }
    progress.settle();
    if (history.entries(Entry.Finished.class).findAny().isPresent()) {
      ledger
          .epochs()
          .filter(each -> epoch.isEmpty() || epoch.equals(each))
          .forEach(this::requireAll);
    }
  }

  private void requireAll(String log) {
    ledger.topics(log).filter(wanted::has).forEach(topic -> progress.requireAll(log, topic));
  }

  private void follow(Entry entry, long at) {
    if (entry instanceof Begun begun) {
      begin(begun, at);
    } else if (entry instanceof Ready) {
      progress.ready(at);
    } else if (entry instanceof Shown shown) {
      show(shown);
    } else if (entry instanceof Delivered delivered) {
      deliver(delivered);
    } else if (entry instanceof Missed missed) {
      miss(missed);
    } else if (entry instanceof Closed closed) {
      close(closed);
    } else if (entry instanceof Ended ended) {
      end(ended);
    }
  }

  private void end(Ended ended) {
    if (!mayEnd(ended.code())) {
      report(Kind.REFUSED, "", 0, "the listening ended with " + ended.code() + ".");
    }
  }

  /** One topic can't be listened to before it is there. */
  private boolean mayEnd(String code) {
    return code.equals(NO_TOPIC) && snapshots.createdAt(filter) >= begunAt;
  }

  private void begin(Begun begun, long at) {
    filter = begun.filter();
    wanted = new Wanted(filter);
    isListening = true;
    begunAt = at;
    String[] start = begun.start().split(" ", 2);
    switch (start[0]) {
      case "now" -> progress.restart(OptionalLong.of(1));
      case "from" -> progress.restart(OptionalLong.of(Long.parseLong(start[1])));
      case "after" -> resumeAfter(CursorText.parse(start[1]));
      default -> resumeAsRegistered();
    }
  }

  private void resumeAsRegistered() {
    if (isRegistered) {
      progress.resume();
    } else {
      progress.restart(OptionalLong.empty());
      isRegistered = true;
    }
  }

  private void resumeAfter(CursorText cursor) {
    progress.settle();
    enter(cursor.epoch(), "");
    ledger.topics(cursor.epoch()).filter(wanted::has).forEach(topic -> {
      long covered = cursor.covered(topic, ledger);
      requireReceived(topic, covered);
      progress.resumeAt(topic, covered + 1);
    });
  }

  private void requireReceived(String topic, long covered) {
    long last = progress.last(topic).orElse(covered);
    if (covered > last) {
      report(
          Kind.WRONG_CURSOR,
          topic,
          last + 1,
          "the cursor covers all up to " + covered + ", and this was not received.");
    }
  }

  private void close(Closed closed) {
    isListening = false;
    CursorText cursor = CursorText.parse(closed.cursor());
    ledger.topics(cursor.epoch()).filter(wanted::has).forEach(topic -> {
      long covered = cursor.covered(topic, ledger);
      requireReceived(topic, covered);
      progress.last(topic).ifPresent(last -> requireCovered(topic, covered, last));
    });
  }

  private void requireCovered(String topic, long covered, long last) {
    if (covered < last && progress.hasBegun(topic)) {
      report(
          Kind.WRONG_CURSOR,
          topic,
          covered + 1,
          "it was received, and the cursor at the end does not cover it.");
    }
  }

  private void show(Shown shown) {
    enter(shown.epoch(), shown.topic());
    requireWanted(shown.topic(), shown.seq());
    if (progress.hasBegun(shown.topic())) {
      report(Kind.OUT_OF_ORDER, shown.topic(), shown.seq(), "the snapshot came amid the events.");
    }
    snapshots.check(history.actor(), shown, begunAt);
    progress.resumeAt(shown.topic(), shown.seq() + 1);
  }

  private void deliver(Delivered delivered) {
    enter(delivered.epoch(), delivered.topic());
    requireWanted(delivered.topic(), delivered.seq());
    progress.arrive(delivered.place());
  }

  private void miss(Missed missed) {
    GapCheck gap = new GapCheck(missed, rules, ledger, progress);
    gap.fault(epoch)
        .ifPresent(fault -> report(fault.kind(), missed.topic(), missed.from(), fault.sentence()));
    if (!missed.topic().isEmpty()) {
      requireWanted(missed.topic(), missed.from());
      gap.pass();
    } else {
      epoch = missed.epoch();
      progress.restart(OptionalLong.of(1));
    }
  }

  /** Whatever comes is of the log that was told of. */
  private void enter(String told, String topic) {
    if (!epoch.isEmpty() && !epoch.equals(told)) {
      report(
          Kind.UNANNOUNCED_LOG, topic, 0, "the epoch was " + epoch + ", and is " + told + " now.");
    }
    epoch = told;
  }

  private void requireWanted(String topic, long seq) {
    if (!wanted.has(topic)) {
      report(Kind.UNWANTED, topic, seq, "the filter does not match.");
    }
    if (!isListening) {
      report(Kind.AFTER_CLOSE, topic, seq, "the listening had been closed.");
    }
  }

  private void report(Kind kind, String topic, long seq, String sentence) {
    findings.add(kind, history.actor(), topic, seq, sentence);
  }
}
