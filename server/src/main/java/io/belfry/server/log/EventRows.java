package io.belfry.server.log;

import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.service.Content;
import io.belfry.service.Event;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The events as they are stored. */
final class EventRows {

  private static final String INSERT =
      "INSERT INTO event (event_offset, topic, seq, at, type, content) VALUES (?, ?, ?, ?, ?, ?)";

  private EventRows() {}

  static void insert(Handle handle, List<Placed> events, long at) throws SQLException {
    try (PreparedStatement insert = handle.getConnection().prepareStatement(INSERT)) {
      for (Placed event : events) {
        Content content = event.pending().publication().content();
        insert.setLong(1, event.offset());
        insert.setLong(2, event.topic());
        insert.setLong(3, event.seq());
        insert.setLong(4, at);
        insert.setString(5, content.type());
        insert.setBytes(6, content.payload().toBytes());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * The first of the events at these offsets, in order: as many as fit into a page, and at least
   * one.
   */
  static List<Event> at(Handle handle, String epoch, List<Long> offsets, int maxBytes) {
    if (offsets.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery("SELECT e.event_offset, t.name, e.seq, e.at, e.type, e.content"
            + " FROM event e JOIN topic t ON t.id = e.topic"
            + " WHERE e.event_offset IN (<offsets>) ORDER BY e.event_offset")
        .bindList("offsets", fitting(handle, offsets, maxBytes))
        .map((row, context) -> of(row, epoch))
        .list();
  }

  private static List<Long> fitting(Handle handle, List<Long> offsets, int maxBytes) {
    List<Long> fitting = new ArrayList<>();
    long bytes = 0;
    for (long[] size : sizes(handle, offsets)) {
      bytes += size[1];
      if (bytes > maxBytes && !fitting.isEmpty()) {
        break;
      }
      fitting.add(size[0]);
    }
    return fitting;
  }

  private static List<long[]> sizes(Handle handle, List<Long> offsets) {
    return handle
        .createQuery("SELECT event_offset, length(content) FROM event"
            + " WHERE event_offset IN (<offsets>) ORDER BY event_offset")
        .bindList("offsets", offsets)
        .map((row, context) -> new long[] {row.getLong(1), row.getLong(2)})
        .list();
  }

  private static Event of(ResultSet row, String epoch) throws SQLException {
    return new Event(
        epoch,
        row.getLong(1),
        new Topic(row.getString(2)),
        row.getLong(3),
        Instant.ofEpochMilli(row.getLong(4)),
        content(row, 5));
  }

  /** The content whose type is in one column, and whose bytes are in the next. */
  static Content content(ResultSet row, int column) throws SQLException {
    byte[] bytes = row.getBytes(column + 1);
    return new Content(row.getString(column), Payload.wrap(bytes, 0, bytes.length));
  }
}
