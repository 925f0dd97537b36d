package io.belfry.server.log;

import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The past of one topic. */
final class TopicReplay {

  private TopicReplay() {}

  static Replayed page(Handle handle, Replay.OfTopic query, int maxBytes) {
    LogRow log = LogRow.read(handle);
    TopicRow topic =
        TopicRows.find(handle, query.topic()).orElseThrow(() -> Refusals.unknown(query.topic()));
    long to = Math.min(query.to(), topic.head());
    List<Long> offsets = offsets(handle, topic, Math.max(query.from(), topic.first()), to, query);
    List<Event> events = EventRows.at(handle, log.epoch(), offsets, maxBytes);
    return new Replayed(
        log.epoch(), events, gaps(log, topic, query.from(), to), through(events, to), topic.head());
  }

  private static List<Long> offsets(
      Handle handle, TopicRow topic, long from, long to, Replay.OfTopic query) {
    return handle
        .createQuery("SELECT event_offset FROM event"
            + " WHERE topic = ? AND seq >= ? AND seq <= ? ORDER BY seq LIMIT ?")
        .bind(0, topic.id())
        .bind(1, from)
        .bind(2, to)
        .bind(3, query.limit())
        .mapTo(Long.class)
        .list();
  }

  private static List<Gap> gaps(LogRow log, TopicRow topic, long from, long to) {
    long last = Math.min(to, topic.first() - 1);
    return from > last ? List.of() : List.of(Gap.expired(log.epoch(), topic.topic(), from, last));
  }

  /** The last event on the page; without any, all that was asked for is gone or not yet there. */
  private static long through(List<Event> events, long to) {
    return events.isEmpty() ? to : events.get(events.size() - 1).seq();
  }
}
