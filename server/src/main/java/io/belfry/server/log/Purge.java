package io.belfry.server.log;

import io.belfry.server.store.Dialect;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Deletes events for good, and notes in the rows of topics and log which ones have gone. */
final class Purge {

  private Purge() {}

  /** Deletes these events and those of their topics before them; returns how many. */
  static long upTo(Handle handle, Dialect dialect, Collection<Candidate> last) {
    // The same order of locks as in publishing.
    LogRow.lock(handle, dialect);
    List<long[]> rows = last.stream()
        .map(each -> new long[] {each.topic(), each.seq(), each.offset()})
        .toList();
    note(handle, rows);
    List<Long> sizes = delete(handle, rows);
    handle.execute(
        "UPDATE log SET kept_events = kept_events - ?, kept_bytes = kept_bytes - ?,"
            + " purged_offset = CASE WHEN purged_offset > ? THEN purged_offset ELSE ? END"
            + " WHERE id = 1",
        sizes.size(),
        sizes.stream().mapToLong(Long::longValue).sum(),
        highest(last),
        highest(last));
    return sizes.size();
  }

  private static void note(Handle handle, List<long[]> rows) {
    Rows.update(
            handle,
            "UPDATE topic SET first = given.column2 + 1, purged_offset = given.column3"
                + " FROM <given> WHERE id = given.column1"
                + " AND first <= given.column2 AND head > given.column2",
            rows)
        .execute();
  }

  /** The cross join makes SQLite begin with the rows given. */
  private static List<Long> delete(Handle handle, List<long[]> rows) {
    return Rows.query(
            handle,
            "DELETE FROM event WHERE event_offset IN (SELECT e.event_offset"
                + " FROM <given> CROSS JOIN event e"
                + " WHERE e.topic = given.column1 AND e.seq <= given.column2)"
                + " RETURNING length(content)",
            rows)
        .mapTo(Long.class)
        .list();
  }

  private static long highest(Collection<Candidate> last) {
    return last.stream().mapToLong(Candidate::offset).max().orElse(0);
  }
}
