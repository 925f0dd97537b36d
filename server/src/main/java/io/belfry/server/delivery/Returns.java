package io.belfry.server.delivery;

import io.belfry.notifier.Outcome;
import io.belfry.notifier.Outcome.Kind;
import io.belfry.server.delivery.Traffic.Parcel;
import io.belfry.server.mailbox.Settlement;
import io.belfry.server.metrics.Meters;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Takes in what has come back, has it written down, and lets the mailboxes go on. */
final class Returns {

  private static final Logger LOG = System.getLogger(Returns.class.getName());

  private final RetrySchedule retry;
  private final Traffic traffic;
  private final Weather weather;
  private final Lanes lanes;
  private final Boxes boxes;
  private final Ledger ledger;
  private final Meters meters;

  /** Is rung when something has come back. */
  private final Runnable bell;

  private final Queue<Report> reports = new ConcurrentLinkedQueue<>();

  /** What became of a notice, for each of its recipients. */
  private record Report(Parcel parcel, List<Outcome> outcomes) {}

  Returns(
      RetrySchedule retry,
      Traffic traffic,
      Weather weather,
      Lanes lanes,
      Boxes boxes,
      Ledger ledger,
      Meters meters,
      Runnable bell) {
    this.retry = retry;
    this.traffic = traffic;
    this.weather = weather;
    this.lanes = lanes;
    this.boxes = boxes;
    this.ledger = ledger;
    this.meters = meters;
    this.bell = bell;
  }

  /** For any thread. */
  void add(Parcel parcel, @Nullable List<Outcome> outcomes, @Nullable Throwable failure) {
    int recipients = parcel.boxes().size();
    if (outcomes != null && outcomes.size() == recipients) {
      reports.add(new Report(parcel, outcomes));
    } else {
      Outcome none = Outcome.unavailable("The notifier has failed: " + failure);
      reports.add(new Report(parcel, Collections.nCopies(recipients, none)));
    }
    bell.run();
  }

  /** Deals with what is there; what could not be written down is written next time. */
  void takeIn(long now) {
    for (Report report = reports.poll(); report != null; report = reports.poll()) {
      Parcel parcel = report.parcel();
      traffic.arrived();
      if (parcel.isTurn()) {
        lanes.done(parcel.boxes().get(0).domain, now);
      }
      for (int i = 0; i < parcel.boxes().size(); i++) {
        judge(parcel.boxes().get(i), parcel.through(), report.outcomes().get(i), now);
      }
    }
    for (Ledger.Entry entry : ledger.write()) {
      Settlement settlement = entry.settlement();
      entry.box().apply(settlement);
      if (settlement.isStopped()) {
        LOG.log(
            Level.WARNING,
            "The mailbox {0} gets no more mails until somebody looks: {1}",
            Long.toString(entry.box().id),
            settlement.trouble());
      }
      boolean isDone =
          settlement.isStopped() || (!settlement.isConfirmed() && settlement.tries() == 0);
      goOn(entry.box(), isDone, now);
    }
  }

  private void judge(Box box, long through, Outcome outcome, long now) {
    meters.mail(outcome.kind());
    if (outcome.kind() == Kind.UNAVAILABLE) { // The mailbox can't help it.
      weather.isFoul(outcome.reason(), now);
      goOn(box, false, now);
      return;
    }
    weather.isFair();
    ledger.add(
        box, outcome.isDelivered() ? success(box, through) : failure(box, through, outcome, now));
  }

  private static Settlement success(Box box, long through) {
    return new Settlement(box.id, box.isConfirmed, through, 0, 0, 0, 0, false, "");
  }

  private Settlement failure(Box box, long through, Outcome outcome, long now) {
    int tries = box.tries + 1;
    long since = box.failingSince == 0 ? now : box.failingSince;
    return new Settlement(
        box.id,
        box.isConfirmed,
        box.position,
        through,
        tries,
        since,
        now + retry.millisAfter(tries),
        outcome.kind() == Kind.NEVER || retry.isOver(since, now),
        outcome.reason());
  }

  private void goOn(Box box, boolean isDone, long now) {
    traffic.end(box);
    if (box.isChanged) {
      boxes.reload(box);
    } else if (isDone) {
      boxes.forget(box);
    } else if (!box.isForgotten && box.hasSomething()) {
      lanes.add(box, now);
    }
  }
}
