package io.belfry.server.store;

import com.zaxxer.hikari.HikariConfig;
import java.util.Map;

/** What differs between the databases. */
public enum Dialect {
  /** A file of this machine, which one process may have open. */
  SQLITE("jdbc:sqlite:", "SQLite", "") {
    @Override
    Map<String, String> placeholders() {
      return Map.of(
          "id",
          "INTEGER PRIMARY KEY",
          "key",
          "INTEGER PRIMARY KEY",
          "text",
          "TEXT",
          "bytes",
          "BLOB");
    }

    @Override
    void prepare(HikariConfig pool, StoreConfig config) {
      pool.setMaxLifetime(0);
      pool.addDataSourceProperty("journal_mode", "WAL");
      pool.addDataSourceProperty("synchronous", "FULL");
      pool.addDataSourceProperty(
          "busy_timeout", String.valueOf(config.patience().toMillis()));
      pool.addDataSourceProperty("journal_size_limit", String.valueOf(MAX_JOURNAL));
      pool.addDataSourceProperty("cache_size", String.valueOf(CACHE_KIB));
    }

    @Override
    void prepareWriter(HikariConfig pool) {
      pool.setMaximumPoolSize(1);
      pool.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    }

    @Override
    void prepareReader(HikariConfig pool) {
      pool.setConnectionInitSql("PRAGMA query_only = true");
    }
  },

  /** A server, which several processes may share. */
  POSTGRESQL("jdbc:postgresql:", "PostgreSQL", " FOR UPDATE") {
    @Override
    Map<String, String> placeholders() {
      return Map.of(
          "id", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
          "key", "BIGINT PRIMARY KEY",
          "text", "TEXT COLLATE \"C\"",
          "bytes", "BYTEA");
    }

    @Override
    void prepare(HikariConfig pool, StoreConfig config) {
      config.user().ifPresent(pool::setUsername);
      config.password().ifPresent(pool::setPassword);
      long seconds = Math.max(1, config.patience().toSeconds());
      pool.addDataSourceProperty("connectTimeout", String.valueOf(seconds));
      pool.addDataSourceProperty("socketTimeout", String.valueOf(SOCKET_SECONDS));
      pool.addDataSourceProperty("tcpKeepAlive", "true");
      pool.addDataSourceProperty("ApplicationName", "belfry");
      // A server that freezes within a transaction must not hold its locks for ever.
      pool.addDataSourceProperty(
          "options",
          "-c idle_in_transaction_session_timeout=5000 -c lock_timeout="
              + (config.patience().toMillis() + FROZEN_MILLIS));
      // Acknowledged means durable, also where the database is set up to be faster than that.
      pool.setConnectionInitSql("SELECT CASE current_setting('synchronous_commit') WHEN 'off'"
          + " THEN set_config('synchronous_commit', 'on', false) END");
    }

    @Override
    void prepareWriter(HikariConfig pool) {
      pool.setMaximumPoolSize(WRITERS);
      pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    }

    @Override
    void prepareReader(HikariConfig pool) {
      pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
      pool.setReadOnly(true);
    }
  };

  private static final long MAX_JOURNAL = 64L << 20;
  private static final int CACHE_KIB = -8_192;
  private static final int SOCKET_SECONDS = 30;
  private static final long FROZEN_MILLIS = 6_000;
  private static final int WRITERS = 4;

  private final String prefix;
  private final String title;
  private final String forUpdate;

  Dialect(String prefix, String title, String forUpdate) {
    this.prefix = prefix;
    this.title = title;
    this.forUpdate = forUpdate;
  }

  static Dialect of(String url) {
    for (Dialect dialect : values()) {
      if (url.startsWith(dialect.prefix) && url.length() > dialect.prefix.length()) {
        return dialect;
      }
    }
    throw new StoreException(
        "The store's URL must be jdbc:sqlite:FILE or" + " jdbc:postgresql://HOST/DATABASE.");
  }

  /**
   * What people call it.
   *
   * @return the name of the database
   */
  public String title() {
    return title;
  }

  /**
   * What makes a query lock its rows until the end of the transaction. SQLite has one writer at a
   * time anyway.
   *
   * @return what to put behind the query
   */
  public String forUpdate() {
    return forUpdate;
  }

  /** What comes after the prefix. */
  String rest(String url) {
    return url.substring(prefix.length());
  }

  abstract Map<String, String> placeholders();

  abstract void prepare(HikariConfig pool, StoreConfig config);

  abstract void prepareWriter(HikariConfig pool);

  abstract void prepareReader(HikariConfig pool);
}
