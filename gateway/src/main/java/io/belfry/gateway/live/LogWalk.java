package io.belfry.gateway.live;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Cursor;
import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Heads;
import io.belfry.service.NotificationService;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.service.Selection;
import io.belfry.service.ServiceException;
import io.belfry.service.ServiceException.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Along the log, from a place on.
 *
 * @param filter which topics
 * @param place up to where everything was told, and of some topics a bit more
 */
record LogWalk(TopicFilter filter, Cursor place) implements Walk {

  /** Small, since a whole page is told to whoever has any room. */
  private static final int PAGE = 100;

  /** A place with more topics that are ahead is too long to be told with every event. */
  private static final int FEW = 16;

  @Override
  public CompletionStage<Leg> next(NotificationService service) {
    return service
        .replay(new Replay.OfLog(filter, place.epoch(), place.offset(), PAGE))
        .handle((page, failure) -> failure == null ? leg(page) : onFailure(service, failure))
        .thenCompose(leg -> leg);
  }

  private CompletionStage<Leg> leg(Replayed page) {
    List<Told> told = new ArrayList<>();
    page.gaps().forEach(gap -> told.add(Told.gap(gap, resumable(place))));
    Map<Topic, Long> ahead = new HashMap<>(place.ahead());
    for (Event event : page.events()) {
      long had = ahead.getOrDefault(event.topic(), 0L);
      if (event.seq() >= had) {
        ahead.remove(event.topic()); // The log has caught up.
      }
      if (event.seq() > had) {
        told.add(Told.event(event, resumable(at(event.offset(), ahead))));
      }
    }
    // At the end of the log nothing is ahead of it.
    boolean isAtEnd = page.through() >= page.head();
    Cursor reached = at(page.through(), isAtEnd ? Map.of() : ahead);
    if (isAtEnd && !place.ahead().isEmpty()) {
      told.add(Told.place(reached));
    }
    return CompletableFuture.completedStage(new Leg(told, new LogWalk(filter, reached)));
  }

  private Cursor at(long offset, Map<Topic, Long> ahead) {
    return new Cursor(place.epoch(), offset, ahead);
  }

  private static Optional<Cursor> resumable(Cursor cursor) {
    return cursor.ahead().size() <= FEW ? Optional.of(cursor) : Optional.empty();
  }

  private CompletionStage<Leg> onFailure(NotificationService service, Throwable failure) {
    ServiceException reason = Failures.reason(failure);
    return reason.code() == Code.STALE_CURSOR
        ? service.heads(new Selection(filter, Optional.empty(), 1)).thenApply(this::anotherLog)
        : reason.asStage();
  }

  /** At the beginning of a new log, or at the end of one that was restored. */
  private Leg anotherLog(Heads heads) {
    long start = heads.epoch().equals(place.epoch()) ? heads.offset() : 0;
    Cursor there = Cursor.at(heads.epoch(), start);
    Told gap = Told.gap(Gap.newLog(heads.epoch()), Optional.of(there));
    return new Leg(List.of(gap), new LogWalk(filter, there));
  }
}
