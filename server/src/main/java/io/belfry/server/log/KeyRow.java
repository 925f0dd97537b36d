package io.belfry.server.log;

import io.belfry.message.Payload;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** An idempotency key that was used, and what came of it. */
record KeyRow(long topic, Payload hash, long offset, long seq, long at) {

  private static final String INSERT =
      "INSERT INTO publication_key (name, topic, hash, event_offset, seq, at)"
          + " VALUES (?, ?, ?, ?, ?, ?)";

  /** Those of the publications' keys that were used before. */
  static Map<String, KeyRow> find(Handle handle, Collection<Pending> pending) {
    List<String> names = pending.stream()
        .flatMap(each -> each.publication().key().stream())
        .distinct()
        .toList();
    Map<String, KeyRow> found = new HashMap<>();
    if (!names.isEmpty()) {
      handle
          .createQuery("SELECT name, topic, hash, event_offset, seq, at FROM publication_key"
              + " WHERE name IN (<names>)")
          .bindList("names", names)
          .map((row, context) -> Map.entry(
              row.getString(1),
              new KeyRow(
                  row.getLong(2),
                  Payload.copyOf(row.getBytes(3)),
                  row.getLong(4),
                  row.getLong(5),
                  row.getLong(6))))
          .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    }
    return found;
  }

  static void insert(Handle handle, List<Placed> events, long at) throws SQLException {
    try (PreparedStatement insert = handle.getConnection().prepareStatement(INSERT)) {
      for (Placed event : events) {
        insert.setString(1, event.pending().publication().key().orElseThrow());
        insert.setLong(2, event.topic());
        insert.setBytes(3, event.pending().hash().toBytes());
        insert.setLong(4, event.offset());
        insert.setLong(5, event.seq());
        insert.setLong(6, at);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  boolean isOf(Pending pending, long id) {
    return topic == id && hash.equals(pending.hash());
  }
}
