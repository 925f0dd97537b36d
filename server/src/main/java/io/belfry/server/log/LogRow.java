package io.belfry.server.log;

import io.belfry.server.store.Dialect;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** The log as a whole: the one row of its table. */
record LogRow(String epoch, long head, long keptEvents, long keptBytes, long purgedOffset) {

  private static final String SELECT =
      "SELECT epoch, head, kept_events, kept_bytes, purged_offset FROM log WHERE id = 1";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int EPOCH_LENGTH = 16;

  static LogRow read(Handle handle) {
    return handle.createQuery(SELECT).map((row, context) -> of(row)).one();
  }

  /** Nobody else appends or deletes events until the end of this transaction. */
  static LogRow lock(Handle handle, Dialect dialect) {
    return handle
        .createQuery(SELECT + dialect.forUpdate())
        .map((row, context) -> of(row))
        .one();
  }

  /** Makes the row if there is none. */
  static LogRow make(Handle handle) {
    handle.execute(
        "INSERT INTO log (id, epoch, head, kept_events, kept_bytes, purged_offset)"
            + " VALUES (1, ?, 0, 0, 0, 0) ON CONFLICT (id) DO NOTHING",
        newEpoch());
    return read(handle);
  }

  static String newEpoch() {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < EPOCH_LENGTH; i++) {
      word.append(Character.forDigit(RANDOM.nextInt(Character.MAX_RADIX), Character.MAX_RADIX));
    }
    return word.toString();
  }

  private static LogRow of(ResultSet row) throws SQLException {
    return new LogRow(
        row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
  }
}
