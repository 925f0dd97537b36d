package io.belfry.client.listening;

import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;

/**
 * Asks for what is missing of single topics, of a few at a time. A short grace comes first, since
 * most of what seems to be missing was only overtaken.
 */
final class Repairs {

  /** The service has no such topic for us: who spoke of it on the wire was wrong. */
  private static final Set<Code> NOTHING_THERE = EnumSet.of(Code.UNKNOWN_TOPIC, Code.FORBIDDEN);

  private final Desk desk;
  private final Pace pace;
  private final Asker asker;
  private final Ledger ledger;
  private final Pages pages;
  private final CatchUp catchUp;
  private final Deque<Track> waiting = new ArrayDeque<>();
  private int running;

  Repairs(Desk desk, Pace pace, Asker asker, Ledger ledger, Pages pages, CatchUp catchUp) {
    this.desk = desk;
    this.pace = pace;
    this.asker = asker;
    this.ledger = ledger;
    this.pages = pages;
    this.catchUp = catchUp;
  }

  /** Repairs the topic up to the seq, unless what is missing comes by itself very soon. */
  void need(Track track, long seq) {
    track.needed = Math.max(track.needed, seq);
    if (!track.isInRepair && !track.isComplete()) {
      track.isInRepair = true;
      asker.later(pace.grace().toNanos(), () -> waiting.add(track));
    }
  }

  /** Repairs the topic up to the seq, at once. */
  void needNow(Track track, long seq) {
    track.needed = Math.max(track.needed, seq);
    if (!track.isInRepair && !track.isComplete()) {
      track.isInRepair = true;
      waiting.add(track);
    }
  }

  /** Begins what can begin now. While the log is read, it waits: the log brings the same. */
  void pump() {
    while (running < pace.repairs()
        && !waiting.isEmpty()
        && desk.hasRoom()
        && !catchUp.isComing()) {
      Track track = waiting.remove();
      if (track.isComplete()) {
        track.isInRepair = false;
      } else {
        ask(track);
      }
    }
  }

  void forget() {
    waiting.clear();
    running = 0;
  }

  private void ask(Track track) {
    running++;
    long from = track.next;
    long to = track.lastMissing();
    asker.ask(
        (service, limit) -> service.replay(new Replay.OfTopic(track.topic, from, to, limit)),
        page -> take(track, from, page),
        failure -> refuse(track, failure));
  }

  private void take(Track track, long from, Replayed page) {
    running--;
    if (!page.epoch().equals(ledger.epoch())) {
      lookAtLog(track);
      return;
    }
    pages.enter(page, Place.ANYWHERE);
    if (track.isComplete()) {
      track.isInRepair = false;
    } else if (track.next > from) {
      waiting.add(track);
    } else {
      lookAtLog(track);
    }
  }

  private void refuse(Track track, ServiceException failure) {
    running--;
    if (NOTHING_THERE.contains(failure.code())) {
      lookAtLog(track);
    } else {
      desk.end(failure);
    }
  }

  /** What was heard of the topic does not agree with the service; so the log has to tell. */
  private void lookAtLog(Track track) {
    track.isInRepair = false;
    ledger.disbelieve(track);
    catchUp.demandSoon();
  }
}
