package io.belfry.server.log;

import io.belfry.service.Event;
import io.belfry.service.Gap;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The past of the whole log, as far as a filter wants it. */
final class LogReplay {

  private LogReplay() {}

  static Replayed page(Handle handle, Replay.OfLog query, int maxBytes) {
    LogRow log = LogRow.read(handle);
    requireFresh(log, query);
    Found found = Found.of(handle, log, query);
    List<Event> events = EventRows.at(handle, log.epoch(), found.offsets(), maxBytes);
    long through = events.size() < found.offsets().size()
        ? events.get(events.size() - 1).offset()
        : found.through();
    return withGaps(handle, log, query, events, through);
  }

  private static void requireFresh(LogRow log, Replay.OfLog query) {
    if (!query.epoch().equals(log.epoch())) {
      throw Refusals.staleEpoch();
    }
    if (query.after() > log.head()) {
      throw Refusals.beyond(query.after(), log.head());
    }
  }

  /** There may be more gaps than fit, too; then the page ends with the last one that does. */
  private static Replayed withGaps(
      Handle handle, LogRow log, Replay.OfLog query, List<Event> events, long through) {
    List<TopicRow> purged = purged(handle, log, query, through);
    boolean areAll = purged.size() <= query.limit();
    List<TopicRow> told = areAll ? purged : purged.subList(0, query.limit());
    long end = areAll ? through : told.get(told.size() - 1).purgedOffset();
    return new Replayed(
        log.epoch(),
        events.stream().filter(event -> event.offset() <= end).toList(),
        told.stream().map(topic -> gap(log, topic, query.after())).toList(),
        end,
        log.head());
  }

  private static List<TopicRow> purged(
      Handle handle, LogRow log, Replay.OfLog query, long through) {
    return log.purgedOffset() <= query.after()
        ? List.of()
        : TopicRows.purged(handle, query.filter(), query.after(), through, query.limit() + 1);
  }

  /** Which of the events that are gone came after an offset is not known, unless all did. */
  private static Gap gap(LogRow log, TopicRow topic, long after) {
    return Gap.expired(log.epoch(), topic.topic(), after == 0 ? 1 : 0, topic.first() - 1);
  }
}
