package io.belfry.server.log;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/**
 * Where in the log the events are that a filter wants.
 *
 * @param offsets the offsets of the first ones, in order
 * @param through there is no other up to here
 */
record Found(List<Long> offsets, long through) {

  /** So few topics are looked up one by one. */
  private static final int FEW = 16;

  /** How many events are looked at for one page, where topics are many. */
  private static final int SCANNED = 10_000;

  private static final int FETCH = 1_000;

  private static final String ALL = "#";

  static Found of(Handle handle, LogRow log, Replay.OfLog query) {
    if (query.filter().pattern().equals(ALL)) {
      return scan(handle, log, query);
    }
    List<TopicRow> changed = TopicRows.changed(handle, query.filter(), query.after(), FEW + 1);
    return changed.size() > FEW ? scan(handle, log, query) : ofTopics(handle, log, query, changed);
  }

  private static Found scan(Handle handle, LogRow log, Replay.OfLog query) {
    List<Long> offsets = new ArrayList<>();
    long through = query.after();
    int scanned = 0;
    try (ResultIterator<Place> places = places(handle, query.after())) {
      while (places.hasNext() && offsets.size() < query.limit()) {
        Place place = places.next();
        through = place.offset();
        scanned++;
        if (place.isWantedBy(query.filter())) {
          offsets.add(place.offset());
        }
      }
    }
    boolean isAtEnd = scanned < SCANNED && offsets.size() < query.limit();
    return new Found(offsets, isAtEnd ? log.head() : through);
  }

  private static Found ofTopics(
      Handle handle, LogRow log, Replay.OfLog query, List<TopicRow> topics) {
    List<Long> offsets = topics.stream()
        .flatMapToLong(topic -> offsets(handle, topic, query))
        .sorted()
        .limit(query.limit())
        .boxed()
        .toList();
    return new Found(
        offsets, offsets.size() < query.limit() ? log.head() : offsets.get(offsets.size() - 1));
  }

  private static LongStream offsets(Handle handle, TopicRow topic, Replay.OfLog query) {
    return handle
        .createQuery(
            "SELECT event_offset FROM event WHERE topic = ? AND seq >= ? ORDER BY seq LIMIT ?")
        .bind(0, topic.id())
        .bind(1, firstAfter(handle, topic, query.after()))
        .bind(2, query.limit())
        .mapTo(Long.class)
        .list()
        .stream()
        .mapToLong(Long::longValue);
  }

  /** Offsets rise with the seqs of a topic, so the first one can be found by halving. */
  private static long firstAfter(Handle handle, TopicRow topic, long offset) {
    return handle
        .createQuery("WITH RECURSIVE part(low, high) AS ("
            + "SELECT CAST(:first AS BIGINT), CAST(:head AS BIGINT) UNION ALL "
            + "SELECT CASE WHEN e.event_offset > :after THEN low ELSE e.seq + 1 END, "
            + "CASE WHEN e.event_offset > :after THEN e.seq ELSE high END "
            + "FROM part JOIN event e ON e.topic = :topic AND e.seq = (low + high) / 2 "
            + "WHERE low < high) "
            + "SELECT low FROM part WHERE low >= high")
        .bind("first", topic.first())
        .bind("head", topic.head())
        .bind("after", offset)
        .bind("topic", topic.id())
        .mapTo(Long.class)
        .one();
  }

  private static ResultIterator<Place> places(Handle handle, long after) {
    return handle
        .createQuery("SELECT e.event_offset, t.name FROM event e JOIN topic t ON t.id = e.topic"
            + " WHERE e.event_offset > ? ORDER BY e.event_offset LIMIT ?")
        .bind(0, after)
        .bind(1, SCANNED)
        .setFetchSize(FETCH)
        .map((row, context) -> new Place(row.getLong(1), row.getString(2)))
        .iterator();
  }

  private record Place(long offset, String name) {

    boolean isWantedBy(TopicFilter filter) {
      return filter.pattern().equals(ALL) || filter.matches(new Topic(name));
    }
  }
}
