package io.belfry.benchmark.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * An empty store.
 *
 * @param url where it is, for JDBC
 * @param properties what a plain connection needs to be as durable as the service's
 * @param preparation what is executed on a plain connection for the same reason
 * @param table makes a table like that of the service's events
 * @param removal deletes the store
 */
public record FreshStore(
    String url,
    Map<String, String> properties,
    List<String> preparation,
    String table,
    Removal removal)
    implements AutoCloseable {

  /** Copies what it gets. */
  public FreshStore {
    properties = Map.copyOf(properties);
    preparation = List.copyOf(preparation);
  }

  /** Deletes a store. */
  @FunctionalInterface
  public interface Removal {

    /** Deletes it. */
    void remove() throws IOException, SQLException;
  }

  /** A plain connection, with nothing between it and the database. */
  public Connection connect() throws SQLException {
    Properties values = new Properties();
    values.putAll(properties);
    Connection connection = DriverManager.getConnection(url, values);
    try (Statement statement = connection.createStatement()) {
      for (String step : preparation) {
        statement.execute(step);
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    removal.remove();
  }
}
