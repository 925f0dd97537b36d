package io.belfry.teststore;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The databases of one server.
 *
 * @param url leads to one that is there always, as a user who may create others
 */
record Databases(String url) {

  private static final Pattern URL =
      Pattern.compile("(jdbc:postgresql://[^/?]+)(?:/([^?]*))?(\\?.*)?");
  private static final String PREFIX = "belfry_test_";
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,15})_[0-9a-z]{1,13}");
  private static final Duration OLD = Duration.ofDays(1);
  private static final SecureRandom RANDOM = new SecureRandom();

  Databases {
    if (!URL.matcher(url).matches()) {
      throw new IllegalArgumentException("The URL of a PostgreSQL for tests is no such URL; write"
          + " it as jdbc:postgresql://HOST:PORT/DATABASE?user=USER&password=PASSWORD.");
    }
  }

  /** Makes an empty one; its name says when, so that old ones can be told. */
  String create() throws SQLException {
    String name = PREFIX + Instant.now().getEpochSecond() + "_"
        + Long.toString(RANDOM.nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
    execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
    return name;
  }

  /** Where it is. */
  String urlOf(String name) {
    Matcher parts = URL.matcher(url);
    parts.matches();
    return parts.group(1) + "/" + name + (parts.group(3) == null ? "" : parts.group(3));
  }

  void drop(String name) throws SQLException {
    execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }

  /** Drops what tests have left behind that were killed. */
  void dropOld() throws SQLException {
    for (String name : all()) {
      Matcher test = NAME.matcher(name);
      if (test.matches()
          && Instant.ofEpochSecond(Long.parseLong(test.group(1)))
              .isBefore(Instant.now().minus(OLD))) {
        drop(name);
      }
    }
  }

  /** Whether the server lets clients in. */
  boolean isReachable() {
    try (Connection connection = DriverManager.getConnection(url)) {
      return !connection.isClosed();
    } catch (SQLException e) {
      return false;
    }
  }

  private List<String> all() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT datname FROM pg_database")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
