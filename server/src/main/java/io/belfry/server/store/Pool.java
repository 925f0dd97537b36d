package io.belfry.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Connections of one kind, and transactions over them. */
final class Pool implements AutoCloseable {

  /** What Hikari accepts. */
  private static final long MIN_TIMEOUT = 250;

  private final HikariDataSource connections;
  private final Jdbi jdbi;

  private Pool(HikariDataSource connections) {
    this.connections = connections;
    ConnectionFactory factory = connections::getConnection;
    this.jdbi = Jdbi.create(factory);
  }

  static Pool ofWriters(StoreConfig config, Dialect dialect) {
    return open(config, dialect, "belfry-store-writer", Dialect::prepareWriter);
  }

  static Pool ofReaders(StoreConfig config, Dialect dialect) {
    return open(config, dialect, "belfry-store-reader", (kind, pool) -> {
      pool.setMaximumPoolSize(config.readers());
      kind.prepareReader(pool);
    });
  }

  private static Pool open(
      StoreConfig config, Dialect dialect, String name, BiConsumer<Dialect, HikariConfig> further) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName(name);
    pool.setJdbcUrl(config.url());
    pool.setConnectionTimeout(Math.max(MIN_TIMEOUT, config.patience().toMillis()));
    dialect.prepare(pool, config);
    further.accept(dialect, pool);
    try {
      return new Pool(new HikariDataSource(pool));
    } catch (PoolInitializationException e) {
      throw new StoreException(
          StoreException.Kind.SETUP,
          "The database " + config.url()
              + " can't be reached; check that it runs, and the URL, user" + " and password ("
              + Failures.reason(e) + ").",
          e);
    }
  }

  /**
   * Does work in a transaction. The handle is not closed, since that would hide one failure behind
   * another: giving the connection back ends what is left of the transaction and its statements.
   */
  <T> T run(Work<T> work) {
    Handle handle = open();
    Connection connection = handle.getConnection();
    try {
      T result = perform(work, handle);
      commit(connection);
      return result;
    } finally {
      giveBack(connection);
    }
  }

  private Handle open() {
    try {
      return jdbi.open();
    } catch (ConnectionException e) {
      throw Failures.undone(e);
    }
  }

  private <T> T perform(Work<T> work, Handle handle) {
    try {
      handle.getConnection().setAutoCommit(false);
      return work.in(handle);
    } catch (SQLException | JdbiException e) {
      rollBack(handle.getConnection());
      throw Failures.undone(e);
    } catch (Throwable e) {
      rollBack(handle.getConnection());
      throw e;
    }
  }

  private void commit(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException e) {
      connections.evictConnection(connection);
      throw Failures.ofCommit(e);
    }
  }

  private void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // Closing the connection ends the transaction, too.
      connections.evictConnection(connection);
    }
  }

  private void giveBack(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      connections.evictConnection(connection);
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
