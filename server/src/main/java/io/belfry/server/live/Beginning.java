package io.belfry.server.live;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.log.EventLog;
import io.belfry.service.Cursor;
import io.belfry.service.Event;
import io.belfry.service.Heads;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.service.Selection;
import io.belfry.service.Snapshot;
import io.belfry.service.Snapshots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * Tells a listener what comes before the live events, and finds out where those begin: at the end
 * of the log before anything was read. What was told beyond that is remembered as ahead. When it
 * fails, it may be tried again, and goes on where it was.
 */
final class Beginning {

  private final EventLog log;
  private final TopicFilter filter;
  private final Telling telling;

  private OptionalLong start = OptionalLong.empty();
  private final Map<Topic, Long> ahead = new HashMap<>();

  Beginning(EventLog log, TopicFilter filter, Telling telling) {
    this.log = log;
    this.filter = filter;
    this.telling = telling;
  }

  /** With the current contents. */
  Place now() {
    begin();
    Optional<Selection> next = Optional.of(Selection.of(filter));
    while (next.isPresent() && !telling.isOver()) {
      Snapshots page = log.snapshot(next.get());
      page.snapshots().forEach(this::tell);
      List<Topic> topics = page.snapshots().stream().map(Snapshot::topic).toList();
      next = page.hasMore() ? next.map(after(topics)) : Optional.empty();
    }
    return place(1);
  }

  /** With an event of each topic. */
  Place from(long seq) {
    begin();
    Optional<Selection> next = Optional.of(Selection.of(filter));
    while (next.isPresent() && !telling.isOver()) {
      Heads page = log.heads(next.get());
      for (Entry<Topic, Long> head : page.heads().entrySet()) {
        tell(head.getKey(), seq, head.getValue());
      }
      List<Topic> topics = List.copyOf(page.heads().keySet());
      next = page.hasMore() ? next.map(after(topics)) : Optional.empty();
    }
    return place(seq);
  }

  private static UnaryOperator<Selection> after(List<Topic> topics) {
    return selection -> selection.after(topics.get(topics.size() - 1));
  }

  private void begin() {
    if (start.isEmpty()) {
      log.requireTopic(filter);
      start = OptionalLong.of(log.refreshHead());
    }
  }

  private Place place(long least) {
    return new Place(new Cursor(log.epoch(), start.orElseThrow(), ahead), least);
  }

  private void tell(Snapshot snapshot) {
    if (!ahead.containsKey(snapshot.topic()) && telling.snapshot(snapshot) && snapshot.seq() > 0) {
      ahead.put(snapshot.topic(), snapshot.seq());
    }
  }

  private void tell(Topic topic, long from, long to) {
    long next = Math.max(from, ahead.getOrDefault(topic, 0L) + 1);
    while (next <= to && !telling.isOver()) {
      Replayed page = log.replay(new Replay.OfTopic(topic, next, to, Replay.MAX_LIMIT));
      page.gaps().forEach(telling::gap);
      page.events().forEach(this::tell);
      ahead.merge(topic, page.through(), Math::max);
      next = page.through() + 1;
    }
  }

  private void tell(Event event) {
    if (telling.event(event)) {
      ahead.merge(event.topic(), event.seq(), Math::max);
    }
  }
}
