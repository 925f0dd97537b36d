package io.belfry.teststore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server of a test's own, and what is left of it. */
class TestPostgresTest {

  @Test
  void what_was_committed_is_there_after_a_kill() throws Exception {
    try (TestPostgres server = TestPostgres.startOrSkip()) {
      String url = server.newDatabase();
      execute(url, "CREATE TABLE bell (name text)");
      try (Connection watching = DriverManager.getConnection(url)) {
        execute(url, "INSERT INTO bell VALUES ('emmanuel')");
        server.kill();
        assertThat(watching.isValid(1)).isFalse();
      }
      assertThatThrownBy(() -> names(url)).isInstanceOf(SQLException.class);
      server.start();
      assertThat(names(url)).isEqualTo("emmanuel");
    }
  }

  @Test
  void it_can_be_stopped_in_good_order_and_started_again() throws Exception {
    try (TestPostgres server = TestPostgres.startOrSkip()) {
      String url = server.newDatabase();
      execute(url, "CREATE TABLE bell AS SELECT 'marie' AS name");
      server.stop();
      assertThatThrownBy(() -> names(url)).isInstanceOf(SQLException.class);
      server.start();
      assertThat(names(url)).isEqualTo("marie");
    }
  }

  @Test
  void it_writes_through_to_the_disk() throws Exception {
    try (TestPostgres server = TestPostgres.startOrSkip()) {
      String url = server.newDatabase();
      assertThat(first(url, "SHOW fsync")).isEqualTo("on");
      assertThat(first(url, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(first(url, "SHOW full_page_writes")).isEqualTo("on");
    }
  }

  @Test
  void nobody_gets_in_without_the_password() throws Exception {
    try (TestPostgres server = TestPostgres.startOrSkip()) {
      String url = server.newDatabase().replaceFirst("password=\\w+", "password=guess");
      assertThatThrownBy(() -> names(url)).hasMessageContaining("authentication failed");
    }
  }

  @Test
  void nothing_is_left_of_it() throws Exception {
    TestPostgres server = TestPostgres.startOrSkip();
    List<ProcessHandle> all = Memory.familyOf(server);
    assertThat(all).hasSizeGreaterThan(1).first().matches(ProcessHandle::isAlive);
    String memory = Memory.of(server);
    assertThat(Memory.exists(memory)).isTrue();
    server.close();
    Memory.requireGone(server.files(), memory, all);
    server.close();
  }

  @Test
  void nothing_is_left_of_one_that_was_killed() throws Exception {
    TestPostgres server = TestPostgres.startOrSkip();
    String memory = Memory.of(server);
    List<ProcessHandle> all = Memory.familyOf(server);
    server.kill();
    server.close();
    Memory.requireGone(server.files(), memory, all);
  }

  @Test
  void what_does_not_start_leaves_nothing() throws Exception {
    try (TestPostgres server = TestPostgres.startOrSkip()) {
      server.stop();
      Path settings = server.files().resolve("data/postgresql.conf");
      Files.writeString(settings, "no_such_setting = 1");
      assertThatThrownBy(server::start).hasMessageContaining("no_such_setting");
      assertThat(server.handle()).isEmpty();
    }
  }

  static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String first(String url, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String names(String url) throws SQLException {
    return first(url, "SELECT name FROM bell");
  }
}
