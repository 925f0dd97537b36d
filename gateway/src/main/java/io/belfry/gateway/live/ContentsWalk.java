package io.belfry.gateway.live;

import io.belfry.message.Topic;
import io.belfry.service.Cursor;
import io.belfry.service.NotificationService;
import io.belfry.service.Selection;
import io.belfry.service.Snapshot;
import io.belfry.service.Snapshots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Through the current contents, and then along the log from where the first of them was read.
 *
 * @param page which contents are next
 * @param begun what the pages before have had; none before the first
 */
record ContentsWalk(Selection page, Optional<Cursor> begun) implements Walk {

  private static final int PAGE = 100;

  @Override
  public CompletionStage<Leg> next(NotificationService service) {
    return service.snapshot(page.limitedTo(PAGE)).thenApply(this::leg);
  }

  private Leg leg(Snapshots read) {
    List<Snapshot> contents = read.snapshots();
    Map<Topic, Long> ahead = new HashMap<>(begun.map(Cursor::ahead).orElse(Map.of()));
    contents.stream()
        .filter(content -> content.seq() > 0)
        .forEach(content -> ahead.put(content.topic(), content.seq()));
    Cursor place = begun.orElseGet(() -> Cursor.at(read.epoch(), read.offset()));
    Cursor now = new Cursor(place.epoch(), place.offset(), ahead);
    List<Told> told = contents.stream().map(Told::snapshot).toList();
    return new Leg(
        told,
        read.hasMore() && !contents.isEmpty()
            ? new ContentsWalk(
                page.after(contents.get(contents.size() - 1).topic()), Optional.of(now))
            : new LogWalk(page.filter(), now));
  }
}
