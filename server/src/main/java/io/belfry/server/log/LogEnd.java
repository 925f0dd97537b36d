package io.belfry.server.log;

import io.belfry.service.Cursor;
import org.jdbi.v3.core.Handle;

/** Where the log ends, for those who keep places in it. */
public final class LogEnd {

  private LogEnd() {}

  /**
   * The place after the last event that this transaction can see.
   *
   * @param handle the transaction
   * @return a cursor that has everything
   */
  public static Cursor in(Handle handle) {
    LogRow log = LogRow.read(handle);
    return Cursor.at(log.epoch(), log.head());
  }
}
