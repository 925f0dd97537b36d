package io.belfry.client.listening;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.time.Duration;
import java.util.Map;

/**
 * Reads the log from the watermark to its end, page by page: whenever there is more in it than the
 * wire has brought, or there may be, since nothing was heard for a while.
 */
final class CatchUp {

  /** In what time those who have the same reason to ask spread their questions. */
  private static final long SPREAD = Duration.ofMillis(50).toNanos();

  /** What comes of it. */
  interface Outcome {
    /** The end of the log was reached. */
    void caughtUp();

    /** What was given before is not in the log. */
    void lost();

    /** The service has left out what goes up to these seqs. */
    void missing(Map<Topic, Long> holes);
  }

  /**
   * One question.
   *
   * @param after the offset before the page
   * @param known the highest offset that the log was known to have
   * @param target the target then
   * @param demand the last demand then
   */
  private record Reading(long after, long known, long target, long demand) {}

  private final Desk desk;
  private final Pace pace;
  private final Asker asker;
  private final Ledger ledger;
  private final Pages pages;
  private final TopicFilter filter;
  private final Outcome outcome;

  private boolean isOpen;
  private boolean isRunning;
  private boolean isSoonDemanded;

  /** How often a reading was demanded, and the demand that the last reading has met. */
  private long demanded;

  private long met;

  /** The highest offset that was heard of and could not be taken from the wire. */
  private long target;

  /** How far it has read. */
  private long position;

  /** When it was last known that nothing is missing. */
  private long assured;

  CatchUp(
      Desk desk,
      Pace pace,
      Asker asker,
      Ledger ledger,
      Pages pages,
      TopicFilter filter,
      Outcome outcome) {
    this.desk = desk;
    this.pace = pace;
    this.asker = asker;
    this.ledger = ledger;
    this.pages = pages;
    this.filter = filter;
    this.outcome = outcome;
  }

  /** From now on it may read, and does so at once. */
  void open() {
    isOpen = true;
    isRunning = false;
    isSoonDemanded = false;
    target = 0;
    demand();
    watch();
  }

  boolean isOpen() {
    return isOpen;
  }

  /** Until it is opened again it does not read. */
  void close() {
    isOpen = false;
    isRunning = false;
  }

  /** There is an event that has to be read from the log. */
  void need(long offset) {
    target = Math.max(target, offset);
  }

  /** Has the log read, since something is not as it should be. */
  void demandSoon() {
    if (!isSoonDemanded) {
      isSoonDemanded = true;
      asker.later(desk.jitter(SPREAD), () -> {
        isSoonDemanded = false;
        demand();
      });
    }
  }

  /** Has the log read if that has not been done for a while. */
  void suggest() {
    if (desk.now() - assured >= pace.silence().toNanos()) {
      demandSoon();
    }
  }

  /** Nothing is missing, or what is missing is known. */
  void assure() {
    assured = desk.now();
  }

  /** Whether it reads, or will as soon as there is room. */
  boolean isComing() {
    return isOpen && (isRunning || isWanted());
  }

  void pump() {
    if (isOpen && !isRunning && isWanted() && desk.hasRoom()) {
      isRunning = true;
      position = Math.max(position, ledger.watermark());
      ask();
    }
  }

  private boolean isWanted() {
    return demanded > met || target > Math.max(position, ledger.watermark());
  }

  private void demand() {
    demanded++;
    position = ledger.watermark();
  }

  private void ask() {
    Reading reading = new Reading(position, ledger.highest(), target, demanded);
    asker.ask(
        (service, limit) ->
            service.replay(new Replay.OfLog(filter, ledger.epoch(), reading.after(), limit)),
        page -> take(page, reading),
        this::refuse);
  }

  private void take(Replayed page, Reading reading) {
    if (!page.epoch().equals(ledger.epoch()) || page.head() < reading.known()) {
      outcome.lost();
      return;
    }
    boolean hasHoles = reading.after() > ledger.watermark();
    if (hasHoles && !ledger.hasMilestones()) {
      // What was missing before this page is not awaited any more, so it is read once more.
      isRunning = false;
      demand();
      return;
    }
    Map<Topic, Long> holes = pages.enter(page, page.head());
    if (pages.isContradictory()) {
      outcome.lost();
      return;
    }
    position = Math.max(reading.after(), page.through());
    if (hasHoles || !holes.isEmpty()) {
      fill(holes);
    } else {
      ledger.pass(position);
    }
    ledger.noteHead(page.head());
    goOn(page, reading);
  }

  /** The service has left something out; it is asked for, topic by topic. */
  private void fill(Map<Topic, Long> holes) {
    ledger.reach(position, holes);
    outcome.missing(holes);
  }

  private void goOn(Replayed page, Reading reading) {
    if (page.through() >= page.head()) {
      finish(reading);
    } else if (page.through() > reading.after()) {
      isRunning = false;
    } else {
      asker.later(desk.jitter(pace.lastRetry().toNanos()), () -> isRunning = false);
    }
  }

  private void finish(Reading reading) {
    isRunning = false;
    met = reading.demand();
    if (target == reading.target()) {
      target = 0;
    }
    assure();
    outcome.caughtUp();
  }

  private void refuse(ServiceException failure) {
    if (failure.code() == Code.STALE_CURSOR) {
      outcome.lost();
    } else {
      desk.end(failure);
    }
  }

  /** Reads the log when nothing has assured for too long that nothing is missing. */
  private void watch() {
    long silence = pace.silence().toNanos();
    asker.later(silence / 2 + desk.jitter(silence), () -> {
      if (desk.now() - assured >= silence) {
        demand();
      }
      watch();
    });
  }
}
