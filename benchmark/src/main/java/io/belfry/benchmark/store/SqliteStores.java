package io.belfry.benchmark.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Files of SQLite, each in a directory of its own. */
public final class SqliteStores implements Stores {

  private static final String TABLE = """
      CREATE TABLE event (event_offset INTEGER PRIMARY KEY, topic BIGINT NOT NULL, seq BIGINT NOT NULL,
        at BIGINT NOT NULL, type TEXT NOT NULL, content BLOB NOT NULL, UNIQUE (topic, seq))""";

  private final Path parent;

  /**
   * Where they are made.
   *
   * @param parent the directory, which stays
   */
  public SqliteStores(Path parent) {
    this.parent = parent;
  }

  /** With the kind of file system: where files are in memory, nothing is durable. */
  @Override
  public String description() {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      return "SQLite " + connection.getMetaData().getDatabaseProductVersion() + " on "
          + Files.getFileStore(parent).type();
    } catch (SQLException | IOException e) {
      return "SQLite (" + e.getMessage() + ")";
    }
  }

  @Override
  public boolean takesSeveralWriters() {
    return false;
  }

  @Override
  public FreshStore fresh() throws IOException {
    Path directory = Files.createTempDirectory(parent, "belfry-benchmark-");
    return new FreshStore(
        "jdbc:sqlite:" + directory.resolve("belfry.db"),
        Map.of("journal_mode", "WAL", "synchronous", "FULL"),
        List.of(),
        TABLE,
        () -> delete(directory));
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }

  @Override
  public void close() {
    // Each store has deleted itself.
  }
}
