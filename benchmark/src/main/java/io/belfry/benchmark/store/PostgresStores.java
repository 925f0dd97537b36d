package io.belfry.benchmark.store;

import io.belfry.benchmark.program.UsageException;
import io.belfry.benchmark.wire.Access;
import io.belfry.teststore.TestPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Schemas in a database of PostgreSQL. */
public final class PostgresStores implements Stores {

  private static final String TABLE = """
      CREATE TABLE event (event_offset BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        topic BIGINT NOT NULL, seq BIGINT NOT NULL, at BIGINT NOT NULL, type TEXT NOT NULL,
        content BYTEA NOT NULL, UNIQUE (topic, seq))""";

  /** As the service does, where the database is set up to be faster than durable. */
  private static final String DURABLE = """
      SELECT CASE current_setting('synchronous_commit') WHEN 'off'
        THEN set_config('synchronous_commit', 'on', false) END""";

  private final String url;
  private final Optional<TestPostgres> started;

  private PostgresStores(String url, Optional<TestPostgres> started) {
    this.url = url;
    this.started = started;
  }

  /** In a database that is there. */
  public static PostgresStores at(String url) {
    return new PostgresStores(url, Optional.empty());
  }

  /**
   * On a server of its own, which ends with this.
   *
   * @throws UsageException if there is no PostgreSQL to start
   */
  public static PostgresStores started() throws Exception {
    TestPostgres.missing().ifPresent(what -> {
      throw new UsageException(what);
    });
    TestPostgres server = TestPostgres.startNew();
    try {
      return new PostgresStores(server.newDatabase(), Optional.of(server));
    } catch (SQLException e) {
      server.close();
      throw e;
    }
  }

  @Override
  public String description() {
    try (Connection connection = DriverManager.getConnection(url)) {
      return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion() + ", "
          + new Access(url, Optional.empty(), Optional.empty()).shownUrl();
    } catch (SQLException e) {
      throw new UsageException("The database of '--store' can't be reached: " + e.getMessage());
    }
  }

  @Override
  public boolean takesSeveralWriters() {
    return true;
  }

  @Override
  public FreshStore fresh() throws SQLException {
    String schema = "belfry_benchmark_" + UUID.randomUUID().toString().replace("-", "");
    execute("CREATE SCHEMA " + schema);
    return new FreshStore(
        url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema,
        Map.of(),
        List.of(DURABLE),
        TABLE,
        () -> execute("DROP SCHEMA " + schema + " CASCADE"));
  }

  private void execute(String change) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(change);
    }
  }

  @Override
  public void close() throws IOException {
    if (started.isPresent()) {
      started.get().close();
    }
  }
}
