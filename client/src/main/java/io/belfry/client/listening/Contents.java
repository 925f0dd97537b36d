package io.belfry.client.listening;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Selection;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import io.belfry.service.Snapshot;
import io.belfry.service.Snapshots;
import java.util.Map;
import java.util.Optional;

/**
 * Shows the current contents, page by page, each as it was when its page was read. The log is read
 * after the oldest page, and what is in the later ones already is left out by its seq. Until then
 * nothing is taken from the wire.
 */
final class Contents {

  private final Desk desk;
  private final Pace pace;
  private final TopicFilter filter;
  private final Asker asker;
  private final Ledger ledger;
  private final CatchUp catchUp;

  private boolean isBegun;
  private boolean isWaitingForRoom;
  private boolean isLogKnown;
  private Optional<Topic> last = Optional.empty();
  private long oldest;

  Contents(Desk desk, Pace pace, TopicFilter filter, Asker asker, Ledger ledger, CatchUp catchUp) {
    this.desk = desk;
    this.pace = pace;
    this.filter = filter;
    this.asker = asker;
    this.ledger = ledger;
    this.catchUp = catchUp;
  }

  /** Of a log of which nothing is known. */
  void show() {
    isLogKnown = false;
    restart();
  }

  /** Of a log that the listener knows of. */
  void showAgain() {
    isLogKnown = true;
    restart();
  }

  void pump() {
    if (isWaitingForRoom && desk.hasRoom()) {
      isWaitingForRoom = false;
      ask();
    }
  }

  private void restart() {
    isBegun = false;
    last = Optional.empty();
    isWaitingForRoom = true;
  }

  private void ask() {
    asker.ask(
        (service, limit) -> service.snapshot(new Selection(filter, last, limit)),
        this::take,
        this::refuse);
  }

  private void take(Snapshots page) {
    if (!isBegun) {
      begin(page);
    } else if (!page.epoch().equals(ledger.epoch())) {
      ledger.renew(page.epoch());
      showAgain();
      return;
    }
    oldest = Math.min(oldest, page.offset());
    page.snapshots().forEach(snapshot -> show(snapshot, page.offset()));
    if (page.hasMore() && !page.snapshots().isEmpty()) {
      isWaitingForRoom = true;
    } else {
      ledger.noteHead(page.offset());
      ledger.pass(oldest);
      catchUp.open();
    }
  }

  private void begin(Snapshots page) {
    isBegun = true;
    oldest = page.offset();
    if (!isLogKnown) {
      ledger.begin(new Delivery.Beginning(page.epoch(), 0, Map.of()));
    } else if (!page.epoch().equals(ledger.epoch())) {
      ledger.renew(page.epoch());
    }
  }

  private void show(Snapshot snapshot, long offset) {
    last = Optional.of(snapshot.topic());
    if (filter.matches(snapshot.topic())) {
      ledger.show(snapshot, offset);
    }
  }

  /** A topic that was lost with the log may be created again. */
  private void refuse(ServiceException failure) {
    if (failure.code() == Code.UNKNOWN_TOPIC && isLogKnown) {
      asker.later(desk.jitter(pace.lastRetry().toNanos()), this::restart);
    } else {
      desk.end(failure);
    }
  }
}
