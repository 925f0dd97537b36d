package io.belfry.benchmark.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.belfry.teststore.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The baseline is as durable as the service, and leaves nothing behind. */
class StoresTest {

  @TempDir
  private Path directory;

  @Test
  void a_plain_connection_to_sqlite_waits_for_the_disk() throws Exception {
    SqliteStores stores = new SqliteStores(directory);
    try (FreshStore store = stores.fresh();
        Connection connection = store.connect()) {
      assertThat(answer(connection, "PRAGMA journal_mode")).isEqualTo("wal");
      assertThat(answer(connection, "PRAGMA synchronous")).isEqualTo("2");
    }
    assertThat(directory).isEmptyDirectory();
    assertThat(stores.description()).startsWith("SQLite 3.");
  }

  @Test
  void a_plain_connection_to_postgres_waits_for_the_disk() throws Exception {
    try (TestDatabase database = TestDatabase.createOrSkip();
        PostgresStores stores = PostgresStores.at(database.url())) {
      try (FreshStore store = stores.fresh();
          Connection connection = store.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(store.table());
        assertThat(answer(connection, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(answer(connection, "SELECT current_schema()")).startsWith("belfry_benchmark_");
      }
      assertThat(stores.description()).startsWith("PostgreSQL ").doesNotContain("password");
      try (Connection connection = DriverManager.getConnection(database.url())) {
        assertThat(answer(
                connection,
                "SELECT count(*) FROM information_schema.schemata"
                    + " WHERE schema_name LIKE 'belfry_benchmark%'"))
            .isEqualTo("0");
      }
    }
  }

  private static String answer(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(question)) {
      result.next();
      return result.getString(1);
    }
  }
}
