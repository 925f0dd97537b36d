package io.belfry.server.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The database, opened: it has the newest schema, and a SQLite file belongs to this store alone.
 * Safe for any thread; all work blocks.
 */
public final class Store implements AutoCloseable {

  /** How often work is begun anew that another server's came into the way of. */
  private static final int ATTEMPTS = 5;

  private final Dialect dialect;
  private final Optional<FileLock> file;
  private final Pool writers;
  private final Pool readers;

  /** SQLite has one writer; without turns, one that writes all the time would starve the others. */
  private final ReentrantLock turn = new ReentrantLock(true);

  private Store(Dialect dialect, Optional<FileLock> file, Pool writers, Pool readers) {
    this.dialect = dialect;
    this.file = file;
    this.writers = writers;
    this.readers = readers;
  }

  /**
   * Opens a store, and makes or brings up to date its schema.
   *
   * @param config where it is
   * @return the store
   * @throws StoreException with one sentence, if that does not work; nothing is left open then
   */
  public static Store open(StoreConfig config) {
    Dialect dialect = Dialect.of(config.url());
    Optional<FileLock> file = dialect == Dialect.SQLITE
        ? Optional.of(FileLock.of(fileOf(dialect.rest(config.url()))))
        : Optional.empty();
    try {
      return open(config, dialect, file);
    } catch (RuntimeException e) {
      file.ifPresent(FileLock::close);
      throw e;
    }
  }

  private static Store open(StoreConfig config, Dialect dialect, Optional<FileLock> file) {
    Pool writers = Pool.ofWriters(config, dialect);
    try {
      Migrations.run(config, dialect);
      return new Store(dialect, file, writers, Pool.ofReaders(config, dialect));
    } catch (RuntimeException e) {
      writers.close();
      throw e;
    }
  }

  private static Path fileOf(String name) {
    if (name.startsWith(":") || name.startsWith("file:") || name.contains("?")) {
      throw new StoreException("The store's URL must be jdbc:sqlite: and the path of a file.");
    }
    return Path.of(name);
  }

  /**
   * What kind of database it is.
   *
   * @return the dialect of its SQL
   */
  public Dialect dialect() {
    return dialect;
  }

  /**
   * Does work in one transaction, which is committed when the work returns, and rolled back when it
   * throws. Nobody else writes to a SQLite file meanwhile. On PostgreSQL each statement sees what
   * was committed before it; the work is begun anew if a deadlock or a lost connection undid it.
   *
   * @param work what to do
   * @param <T> what comes of it
   * @return what the work has returned
   * @throws StoreException if the database fails; what the work itself throws comes unchanged
   */
  public <T> T inTransaction(Work<T> work) {
    if (dialect == Dialect.POSTGRESQL) {
      return attempt(work);
    }
    if (turn.isHeldByCurrentThread()) {
      throw new IllegalStateException("A transaction can't have another within it.");
    }
    turn.lock();
    try {
      return writers.run(work);
    } finally {
      turn.unlock();
    }
  }

  /**
   * Reads; all that the work sees is of one moment.
   *
   * @param work what to do, which must not write
   * @param <T> what comes of it
   * @return what the work has returned
   * @throws StoreException if the database fails; what the work itself throws comes unchanged
   */
  public <T> T read(Work<T> work) {
    return readers.run(work);
  }

  /** Closes all connections, and gives the file back. Work that is going on may fail. */
  @Override
  public void close() {
    readers.close();
    writers.close();
    file.ifPresent(FileLock::close);
  }

  private <T> T attempt(Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return writers.run(work);
      } catch (StoreException e) {
        if (attempt == ATTEMPTS || !Failures.mayPass(e)) {
          throw e;
        }
      }
    }
  }
}
