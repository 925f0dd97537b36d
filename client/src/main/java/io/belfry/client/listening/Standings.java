package io.belfry.client.listening;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Heads;
import io.belfry.service.Selection;
import io.belfry.service.Snapshot;
import io.belfry.service.Snapshots;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Begins with a certain seq of each topic: learns where all of them stand, and has each repaired
 * from there, so that what came before is never read.
 */
final class Standings {

  private final TopicFilter filter;
  private final Asker asker;
  private final Ledger ledger;
  private final CatchUp catchUp;
  private final Repairs repairs;

  private final Map<Topic, Long> heads = new LinkedHashMap<>();
  private String epoch = "";
  private long oldest;
  private long newest;
  private boolean isUnderWay;

  Standings(TopicFilter filter, Asker asker, Ledger ledger, CatchUp catchUp, Repairs repairs) {
    this.filter = filter;
    this.asker = asker;
    this.ledger = ledger;
    this.catchUp = catchUp;
    this.repairs = repairs;
  }

  /** Begins with the seq of every topic of the filter. */
  void ask(long seq) {
    heads.clear();
    askPage(Optional.empty(), seq);
  }

  /** Begins with the seq of the one topic that the page tells of. */
  void begin(Snapshots page, long seq) {
    note(page.epoch(), page.offset());
    for (Snapshot snapshot : page.snapshots()) {
      heads.put(snapshot.topic(), snapshot.seq());
    }
    begin(seq);
  }

  /** When all is repaired, or can't be in this way, the log is read. */
  void pump() {
    if (isUnderWay && (ledger.watermark() >= oldest || !ledger.hasMilestones())) {
      isUnderWay = false;
      catchUp.open();
    }
  }

  boolean isUnderWay() {
    return isUnderWay;
  }

  void forget() {
    isUnderWay = false;
    heads.clear();
  }

  private void askPage(Optional<Topic> last, long seq) {
    asker.ask(
        (service, limit) -> service.heads(new Selection(filter, last, limit)),
        page -> take(page, seq));
  }

  private void take(Heads page, long seq) {
    if (!heads.isEmpty() && !page.epoch().equals(epoch)) {
      ask(seq);
      return;
    }
    note(page.epoch(), page.offset());
    heads.putAll(page.heads());
    Optional<Topic> last = page.heads().keySet().stream().reduce((one, other) -> other);
    if (page.hasMore() && last.isPresent()) {
      askPage(last, seq);
    } else {
      begin(seq);
    }
  }

  private void note(String pageEpoch, long offset) {
    oldest = heads.isEmpty() ? offset : Math.min(oldest, offset);
    newest = heads.isEmpty() ? offset : Math.max(newest, offset);
    epoch = pageEpoch;
  }

  private void begin(long seq) {
    heads.keySet().removeIf(topic -> !filter.matches(topic));
    Map<Topic, Place> floors = new HashMap<>();
    Map<Topic, Long> missing = new HashMap<>();
    heads.forEach((topic, head) -> {
      if (seq > 1) {
        floors.put(topic, new Place(seq - 1, head >= seq - 1 ? newest : Place.ANYWHERE));
      }
      if (head >= seq) {
        missing.put(topic, head);
      }
    });
    heads.clear();
    ledger.begin(new Delivery.Beginning(epoch, 0, floors));
    ledger.noteHead(newest);
    ledger.reach(oldest, missing);
    missing.forEach((topic, head) -> repairs.needNow(trackOf(topic), head));
    isUnderWay = true;
  }

  private Track trackOf(Topic topic) {
    Track track = ledger.track(topic);
    return track == null ? ledger.open(topic, 1, newest) : track;
  }
}
