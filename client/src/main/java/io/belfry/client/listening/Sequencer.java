package io.belfry.client.listening;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Event;
import io.belfry.service.NotificationService;
import io.belfry.service.Start;
import io.belfry.service.protocol.Beacon;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Puts in order what the wire brings, and has brought what it does not. It has no thread and no
 * clock of its own: whoever calls it, calls it one at a time.
 *
 * <p>The service's log is the truth, and the wire only its herald. An event that is the next of its
 * topic is given at once. One that comes too early is held back while those before it are asked
 * for. What can't be placed or held is let go, and the log is read from the watermark on. A beacon
 * moves the watermark, or shows what was lost; so does the log itself when no beacon comes.
 */
final class Sequencer implements CatchUp.Outcome {

  private final TopicFilter filter;
  private final Start start;
  private final Desk desk;
  private final Agenda agenda = new Agenda();
  private final Asker asker;
  private final Ledger ledger;
  private final CatchUp catchUp;
  private final Repairs repairs;
  private final Contents contents;
  private final Standings standings;
  private final Renewal renewal;
  private final Keeper keeper;
  private boolean isReady;

  /** The highest offset that was known when the last beacon came. The next one is not below it. */
  private long mark;

  Sequencer(TopicFilter filter, Start start, Pace pace, Desk desk) {
    this.filter = filter;
    this.start = start;
    this.desk = desk;
    asker = new Asker(desk, agenda, pace, this::pump);
    ledger = new Ledger(desk, new EarlyEvents(pace.early(), pace.bytes()));
    Pages pages = new Pages(ledger, filter);
    catchUp = new CatchUp(desk, pace, asker, ledger, pages, filter, this);
    repairs = new Repairs(desk, pace, asker, ledger, pages, catchUp);
    contents = new Contents(desk, pace, filter, asker, ledger, catchUp);
    standings = new Standings(filter, asker, ledger, catchUp, repairs);
    renewal = new Renewal(desk, pace, filter, asker, ledger, catchUp, contents);
    keeper = new Keeper(desk, agenda, pace);
  }

  /** From now on nothing that is published escapes the wire, unless it is lost there. */
  void begin() {
    new Beginnings(filter, asker, ledger, catchUp, contents, standings, keeper).begin(start);
    pump();
  }

  void onEvent(Event event) {
    if (filter.matches(event.topic())
        && isOfThisLog(event.epoch())
        && event.offset() > ledger.watermark()) {
      place(event);
      pump();
    }
  }

  void onBeacon(Beacon beacon) {
    if (isOfThisLog(beacon.epoch())) {
      weigh(beacon);
      pump();
    }
  }

  /** Something may have been lost. */
  void onReconnect() {
    catchUp.demandSoon();
  }

  /** The listener has caught up with what was given to it, or time has passed. */
  void tick() {
    agenda.runUntil(desk.now());
    pump();
  }

  /** When it has to be called again, by {@link Desk#now}. */
  long nextTick() {
    return agenda.next();
  }

  /** What is to be asked at the very end. */
  Optional<Function<NotificationService, CompletionStage<Void>>> farewell() {
    return keeper.farewell();
  }

  @Override
  public void caughtUp() {
    if (!isReady) {
      isReady = true;
      desk.ready();
    }
  }

  @Override
  public void lost() {
    mark = 0;
    repairs.forget();
    standings.forget();
    renewal.begin();
  }

  @Override
  public void missing(Map<Topic, Long> holes) {
    holes.forEach((topic, seq) -> {
      Track track = ledger.track(topic);
      if (track != null) {
        repairs.need(track, seq);
      }
    });
  }

  private boolean isOfThisLog(String epoch) {
    if (!catchUp.isOpen() && !standings.isUnderWay()) {
      return false;
    }
    if (!epoch.equals(ledger.epoch())) {
      renewal.suspect(epoch);
      return false;
    }
    return true;
  }

  private void place(Event event) {
    Track track = ledger.track(event.topic());
    if (track == null && event.seq() == 1) {
      track = ledger.open(event.topic(), 1, 0);
    }
    if (track == null || desk.isCrowded()) {
      catchUp.need(event.offset());
    } else if (event.seq() == track.next) {
      ledger.give(track, event);
    } else if (event.seq() > track.next) {
      ledger.hold(track, event);
      repairs.need(track, event.seq());
    } else if (track.isContradictedBy(event)) {
      catchUp.demandSoon();
    }
  }

  private void weigh(Beacon beacon) {
    boolean isCurrent = beacon.offset() >= mark;
    mark = ledger.highest();
    Optional<Map<Track, Long>> missing = isCurrent ? missingIn(beacon) : Optional.empty();
    if (missing.isEmpty()) {
      catchUp.suggest();
      return;
    }
    catchUp.assure();
    Map<Topic, Long> seqs = new HashMap<>();
    missing.get().forEach((track, seq) -> seqs.put(track.topic, seq));
    ledger.reach(beacon.offset(), seqs);
    missing.get().forEach(repairs::need);
  }

  /** What a beacon shows to be missing; empty if it can't be told from it alone. */
  private Optional<Map<Track, Long>> missingIn(Beacon beacon) {
    if (beacon.offset() == ledger.watermark()) {
      return Optional.of(Map.of());
    }
    if (beacon.offset() < ledger.watermark() || beacon.since() > ledger.prospect()) {
      return Optional.empty();
    }
    Map<Track, Long> missing = new HashMap<>();
    for (Map.Entry<Topic, Long> head : beacon.heads().entrySet()) {
      if (filter.matches(head.getKey())) {
        Track track = ledger.track(head.getKey());
        if (track == null && !isNew(head.getValue(), beacon)) {
          return Optional.empty();
        }
        Track known = track == null ? ledger.open(head.getKey(), 1, 0) : track;
        if (known.next <= head.getValue()) {
          missing.put(known, head.getValue());
        }
      }
    }
    return Optional.of(missing);
  }

  /** Whether the first event of a topic is one that was not given yet. */
  private boolean isNew(long head, Beacon beacon) {
    return head == 1 && beacon.since() >= ledger.watermark();
  }

  private void pump() {
    standings.pump();
    contents.pump();
    catchUp.pump();
    repairs.pump();
  }
}
