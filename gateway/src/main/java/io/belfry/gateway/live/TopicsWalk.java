package io.belfry.gateway.live;

import io.belfry.message.Topic;
import io.belfry.service.Cursor;
import io.belfry.service.Event;
import io.belfry.service.Heads;
import io.belfry.service.NotificationService;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.service.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Through one topic after the other, and then along the log from where it stood at the first.
 *
 * @param page which topics are next
 * @param seq with which event of each it begins
 * @param waiting how far those go that were listed already
 * @param hasMore whether there are others than those
 * @param begun what has been had; none before the first
 */
record TopicsWalk(
    Selection page, long seq, List<Range> waiting, boolean hasMore, Optional<Cursor> begun)
    implements Walk {

  private static final int PAGE = 100;

  /** Events of a topic. */
  record Range(Topic topic, long from, long to) {}

  static TopicsWalk from(Selection page, long seq) {
    return new TopicsWalk(page.limitedTo(PAGE), seq, List.of(), true, Optional.empty());
  }

  @Override
  public CompletionStage<Leg> next(NotificationService service) {
    if (!waiting.isEmpty()) {
      Range first = waiting.get(0);
      return service
          .replay(new Replay.OfTopic(first.topic(), first.from(), first.to(), PAGE))
          .thenApply(read -> events(first, read));
    }
    return hasMore
        ? service.heads(page).thenApply(this::topics)
        : CompletableFuture.completedStage(
            new Leg(List.of(), new LogWalk(page.filter(), begun.orElseThrow())));
  }

  private Leg topics(Heads heads) {
    List<Range> ranges = new ArrayList<>();
    heads.heads().forEach((topic, head) -> {
      if (head >= seq) {
        ranges.add(new Range(topic, seq, head));
      }
    });
    List<Topic> topics = List.copyOf(heads.heads().keySet());
    Selection after = topics.isEmpty() ? page : page.after(topics.get(topics.size() - 1));
    Cursor place = begun.orElseGet(() -> Cursor.at(heads.epoch(), heads.offset()));
    return new Leg(
        List.of(),
        new TopicsWalk(
            after, seq, ranges, heads.hasMore() && !topics.isEmpty(), Optional.of(place)));
  }

  private Leg events(Range range, Replayed read) {
    List<Told> told = new ArrayList<>();
    read.gaps().forEach(gap -> told.add(Told.gap(gap, Optional.empty())));
    for (Event event : read.events()) {
      told.add(Told.event(event, Optional.empty()));
    }
    List<Range> rest = new ArrayList<>(waiting.subList(1, waiting.size()));
    if (read.through() < range.to()) {
      rest.add(0, new Range(range.topic(), read.through() + 1, range.to()));
    }
    return new Leg(told, new TopicsWalk(page, seq, rest, hasMore, Optional.of(had(range, read))));
  }

  private Cursor had(Range range, Replayed read) {
    Cursor place = begun.orElseThrow();
    Map<Topic, Long> ahead = new HashMap<>(place.ahead());
    if (read.through() > 0) {
      ahead.put(range.topic(), read.through());
    }
    return new Cursor(place.epoch(), place.offset(), ahead);
  }
}
