package io.belfry.client.listening;

import io.belfry.message.TopicFilter;
import io.belfry.service.Heads;
import io.belfry.service.Selection;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Another log in the place of the one that was read. The service has said so itself: what the wire
 * says of epochs is only a reason to ask, since it may be late.
 */
final class Renewal {

  private static final int MOST_NAMES = 16;

  private final Desk desk;
  private final Pace pace;
  private final TopicFilter filter;
  private final Asker asker;
  private final Ledger ledger;
  private final CatchUp catchUp;
  private final Contents contents;

  /** The epochs that have been looked into: that one of them is spoken of is no news. */
  private final Set<String> known = new LinkedHashSet<>();

  Renewal(
      Desk desk,
      Pace pace,
      TopicFilter filter,
      Asker asker,
      Ledger ledger,
      CatchUp catchUp,
      Contents contents) {
    this.desk = desk;
    this.pace = pace;
    this.filter = filter;
    this.asker = asker;
    this.ledger = ledger;
    this.catchUp = catchUp;
    this.contents = contents;
  }

  /** The wire has spoken of another epoch. */
  void suspect(String epoch) {
    if (note(epoch)) {
      catchUp.demandSoon();
    }
  }

  /** The service's log does not have what was given before. */
  void begin() {
    catchUp.close();
    asker.forget();
    ask();
  }

  private void ask() {
    asker.ask(
        (service, limit) -> service.heads(Selection.of(filter).limitedTo(1)),
        this::take,
        this::refuse);
  }

  private void take(Heads heads) {
    boolean isOther = !heads.epoch().equals(ledger.epoch());
    note(ledger.epoch());
    ledger.renew(heads.epoch());
    if (isOther) {
      catchUp.open();
    } else {
      contents.showAgain();
    }
  }

  /** A topic that was lost with the log may be created again. */
  private void refuse(ServiceException failure) {
    if (failure.code() == Code.UNKNOWN_TOPIC) {
      asker.later(desk.jitter(pace.lastRetry().toNanos()), this::ask);
    } else {
      desk.end(failure);
    }
  }

  private boolean note(String epoch) {
    if (known.size() >= MOST_NAMES) {
      known.remove(known.iterator().next());
    }
    return known.add(epoch);
  }
}
