package io.belfry.client.listening;

import io.belfry.message.TopicFilter;
import io.belfry.service.Cursor;
import io.belfry.service.Selection;
import io.belfry.service.Start;
import io.belfry.service.Subscribed;

/** Where a listening begins: the first questions, until the log can be read. */
final class Beginnings {

  private final TopicFilter filter;
  private final Asker asker;
  private final Ledger ledger;
  private final CatchUp catchUp;
  private final Contents contents;
  private final Standings standings;
  private final Keeper keeper;

  Beginnings(
      TopicFilter filter,
      Asker asker,
      Ledger ledger,
      CatchUp catchUp,
      Contents contents,
      Standings standings,
      Keeper keeper) {
    this.filter = filter;
    this.asker = asker;
    this.ledger = ledger;
    this.catchUp = catchUp;
    this.contents = contents;
    this.standings = standings;
    this.keeper = keeper;
  }

  void begin(Start start) {
    if (start instanceof Start.Now) {
      contents.show();
    } else if (start instanceof Start.After after) {
      goOnAfter(after.cursor());
    } else if (start instanceof Start.As as) {
      asker.ask((service, limit) -> service.subscribe(as.subscriber(), filter), this::goOnAs);
    } else if (start instanceof Start.From from) {
      begin(from.seq());
    }
  }

  private void goOnAfter(Cursor cursor) {
    ledger.begin(Delivery.Beginning.after(cursor));
    catchUp.open();
  }

  private void goOnAs(Subscribed subscribed) {
    keeper.keep(subscribed.registration(), subscribed.cursor());
    goOnAfter(subscribed.cursor());
  }

  private void begin(long seq) {
    if (!filter.hasWildcard()) {
      asker.ask(
          (service, limit) -> service.snapshot(Selection.of(filter).limitedTo(1)),
          page -> standings.begin(page, seq));
    } else if (seq == 1) {
      asker.ask(
          (service, limit) -> service.heads(Selection.of(filter).limitedTo(1)),
          page -> goOnAfter(Cursor.at(page.epoch(), 0)));
    } else {
      standings.ask(seq);
    }
  }
}
