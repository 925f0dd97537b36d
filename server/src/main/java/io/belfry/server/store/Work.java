package io.belfry.server.store;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/**
 * What is done within a transaction.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface Work<T> {

  /**
   * Does it. May be called again after a failure that left nothing behind, so it changes nothing
   * but the database.
   *
   * @param handle the transaction; not to be used afterwards
   * @return what comes of it
   * @throws SQLException if the database fails
   */
  T in(Handle handle) throws SQLException;
}
