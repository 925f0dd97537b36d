package io.belfry.server.log;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** An event that retention looks at. */
record Candidate(long offset, long topic, long seq, long at, long size, boolean isLast) {

  static List<Candidate> after(Handle handle, long offset, int most) {
    return handle
        .createQuery("SELECT e.event_offset, e.topic, e.seq, e.at, length(e.content), t.head"
            + " FROM event e JOIN topic t ON t.id = e.topic"
            + " WHERE e.event_offset > ? ORDER BY e.event_offset LIMIT ?")
        .bind(0, offset)
        .bind(1, most)
        .map((row, context) -> new Candidate(
            row.getLong(1),
            row.getLong(2),
            row.getLong(3),
            row.getLong(4),
            row.getLong(5),
            row.getLong(3) == row.getLong(6)))
        .list();
  }
}
