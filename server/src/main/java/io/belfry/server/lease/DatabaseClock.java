package io.belfry.server.lease;

import io.belfry.server.store.Dialect;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/**
 * The time on which all servers of a database agree: PostgreSQL's own. A SQLite file has one
 * server, and so that one's.
 */
final class DatabaseClock {

  /** Not the time at which the transaction began: it may have waited for a lock since. */
  private static final String NOW =
      "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";

  private final Dialect dialect;
  private final InstantSource own;

  DatabaseClock(Dialect dialect, InstantSource own) {
    this.dialect = dialect;
    this.own = own;
  }

  long millis(Handle handle) {
    return dialect == Dialect.POSTGRESQL
        ? handle.createQuery(NOW).mapTo(Long.class).one()
        : own.millis();
  }
}
