package io.belfry.teststore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases for one test each. */
class TestDatabaseTest {

  @Test
  void each_is_empty_and_apart_from_the_others() throws Exception {
    try (TestDatabase one = TestDatabase.createOrSkip();
        TestDatabase other = TestDatabase.createOrSkip()) {
      TestPostgresTest.execute(one.url(), "CREATE TABLE bell (name text)");
      TestPostgresTest.execute(other.url(), "CREATE TABLE bell (name text)");
    }
  }

  @Test
  void it_is_gone_after_the_test_though_somebody_is_connected() throws Exception {
    TestDatabase database = TestDatabase.createOrSkip();
    try (Connection connection = DriverManager.getConnection(database.url())) {
      database.close();
      assertThat(connection.isValid(1)).isFalse();
    }
    assertThatThrownBy(() -> TestPostgresTest.first(database.url(), "SELECT 1"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("does not exist");
    database.close();
  }

  @Test
  void what_a_killed_test_left_on_a_given_server_is_dropped_a_day_later() throws Exception {
    try (TestPostgres server = TestPostgres.startOrSkip()) {
      Databases databases = server.databases();
      String fresh = databases.create();
      long old = Instant.now().minus(Duration.ofHours(25)).getEpochSecond();
      TestPostgresTest.execute(databases.url(), "CREATE DATABASE belfry_test_" + old + "_left");
      TestPostgresTest.execute(databases.url(), "CREATE DATABASE belfry_test_of_somebody");
      databases.dropOld();
      assertThat(TestPostgresTest.first(
              databases.url(),
              "SELECT string_agg(datname, ' ' ORDER BY datname) FROM pg_database"
                  + " WHERE datname LIKE 'belfry%'"))
          .isEqualTo(fresh + " belfry_test_of_somebody");
    }
  }

  @Test
  void the_parts_of_a_url_are_kept() {
    assertThat(new Databases("jdbc:postgresql://host:1234/postgres?user=u&password=p").urlOf("x"))
        .isEqualTo("jdbc:postgresql://host:1234/x?user=u&password=p");
    assertThat(new Databases("jdbc:postgresql://[::1]:1234").urlOf("x"))
        .isEqualTo("jdbc:postgresql://[::1]:1234/x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql://host/db", "jdbc:postgresql:", "jdbc:sqlite:secret"})
  void what_is_no_url_is_refused_without_showing_it(String url) {
    assertThatThrownBy(() -> new Databases(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("jdbc:postgresql://HOST")
        .hasMessageNotContaining("secret");
  }
}
