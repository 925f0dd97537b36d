package io.belfry.server.log;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.service.Selection;
import io.belfry.service.TopicSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;

/** The topics as they are stored. */
final class TopicRows {

  private static final int FETCH = 500;

  private TopicRows() {}

  /** Makes a topic if there is none of that name, and returns the one that there is. */
  static TopicRow make(Handle handle, TopicSpec spec, long at) {
    handle.execute(
        "INSERT INTO topic (name, mode, description, created, head, head_offset, changed, first,"
            + " purged_offset) VALUES (?, ?, ?, ?, 0, 0, 0, 1, 0) ON CONFLICT (name) DO NOTHING",
        spec.topic().name(),
        spec.mode().name(),
        spec.description(),
        at);
    return find(handle, spec.topic()).orElseThrow();
  }

  static Optional<TopicRow> find(Handle handle, Topic topic) {
    return handle
        .createQuery(TopicRow.SELECT + " WHERE name = ?")
        .bind(0, topic.name())
        .map((row, context) -> TopicRow.of(row))
        .findOne();
  }

  /**
   * Has topics go on by some events each: rows of key, count, and offset and time of the last.
   * Returns the new heads.
   */
  static Map<Long, Long> advance(Handle handle, List<long[]> rows) {
    Map<Long, Long> heads = new HashMap<>();
    Rows.query(
            handle,
            "UPDATE topic SET head = head + given.column2, head_offset = given.column3,"
                + " changed = given.column4 FROM <given> WHERE id = given.column1 RETURNING id, head",
            rows)
        .map((row, context) -> Map.entry(row.getLong(1), row.getLong(2)))
        .forEach(entry -> heads.put(entry.getKey(), entry.getValue()));
    return heads;
  }

  /** A page of topics, and one more if there are more. */
  static List<TopicRow> select(Handle handle, Selection selection) {
    NameRange range = NameRange.of(selection.filter());
    String after = selection.after().map(Topic::name).orElse("");
    Query query = handle
        .createQuery(
            TopicRow.SELECT + " WHERE name > :after" + range.condition() + " ORDER BY name")
        .bind("after", after)
        .bindMap(range.parameters());
    return matching(query, selection.filter(), selection.limit() + 1);
  }

  /** Topics that have changed since; in the order of their last events. */
  static List<TopicRow> changed(Handle handle, TopicFilter filter, long offset, int most) {
    NameRange range = NameRange.of(filter);
    Query query = handle
        .createQuery(TopicRow.SELECT + " WHERE head_offset > :offset" + range.condition()
            + " ORDER BY head_offset")
        .bind("offset", offset)
        .bindMap(range.parameters());
    return matching(query, filter, most);
  }

  /** The same without a filter, however many there are. */
  static void advances(Handle handle, long offset, ObjLongConsumer<Topic> advance) {
    Query query = handle
        .createQuery(
            "SELECT name, head_offset FROM topic WHERE head_offset > ?" + " ORDER BY head_offset")
        .bind(0, offset)
        .setFetchSize(FETCH);
    try (ResultIterator<Map.Entry<Topic, Long>> rows = query
        .map((row, context) -> Map.entry(new Topic(row.getString(1)), row.getLong(2)))
        .iterator()) {
      rows.forEachRemaining(row -> advance.accept(row.getKey(), row.getValue()));
    }
  }

  /** Topics of which retention took events in a part of the log; in the order of the last ones. */
  static List<TopicRow> purged(
      Handle handle, TopicFilter filter, long after, long through, int most) {
    NameRange range = NameRange.of(filter);
    Query query = handle
        .createQuery(TopicRow.SELECT + " WHERE purged_offset > :after AND purged_offset <= :through"
            + range.condition() + " ORDER BY purged_offset")
        .bind("after", after)
        .bind("through", through)
        .bindMap(range.parameters());
    return matching(query, filter, most);
  }

  private static List<TopicRow> matching(Query query, TopicFilter filter, int most) {
    List<TopicRow> found = new ArrayList<>();
    query.setFetchSize(FETCH);
    try (ResultIterator<TopicRow> rows =
        query.map((row, context) -> TopicRow.of(row)).iterator()) {
      while (found.size() < most && rows.hasNext()) {
        TopicRow row = rows.next();
        if (filter.matches(row.topic())) {
          found.add(row);
        }
      }
    }
    return found;
  }
}
