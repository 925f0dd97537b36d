package io.belfry.server.beds;

import io.belfry.message.Topic;
import io.belfry.server.log.EventLog;
import io.belfry.server.log.LogConfig;
import io.belfry.server.log.Retention;
import io.belfry.server.store.Store;
import io.belfry.server.store.StoreConfig;
import io.belfry.service.Publication;
import io.belfry.service.TopicSpec;
import io.belfry.tck.Waiting;
import io.belfry.teststore.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;

/** A store with a log in it, in a database of its own. */
public final class Bed implements AutoCloseable {

  /** On which database. */
  public enum Kind {
    SQLITE,
    POSTGRESQL
  }

  private final StoreConfig config;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Store store;
  private final EventLog log;

  private Bed(StoreConfig config, AutoCloseable database) {
    this.config = config;
    open.push(database);
    this.store = another();
    this.log = EventLog.open(store, LogConfig.usual(), Runnable::run, Clock.systemUTC());
    open.push(log);
    log.createTopic(TopicSpec.of(new Topic("bell")));
  }

  public static Bed of(Kind kind, Path directory) throws Exception {
    if (kind == Kind.SQLITE) {
      return new Bed(StoreConfig.of("jdbc:sqlite:" + directory.resolve("log.db")), () -> {});
    }
    TestDatabase database = TestDatabase.createOrSkip();
    return new Bed(StoreConfig.of(database.url()), database);
  }

  public Store store() {
    return store;
  }

  public EventLog log() {
    return log;
  }

  /** The store as another server has it; of a SQLite file there is none. */
  public Store another() {
    Store other = Store.open(config);
    open.push(other);
    return other;
  }

  /** Publishes so many events; returns the offset of the last one. */
  public long publish(int count) {
    long offset = log.head();
    for (int i = 0; i < count; i++) {
      offset =
          Waiting.value(log.append(Publication.of(new Topic("bell"), "ding"))).offset();
    }
    return offset;
  }

  /** Has retention take what it can: all but the last event of each topic. */
  public void purgeAllButTheLast() {
    LogConfig one = LogConfig.usual().keeping(new Retention(Optional.empty(), 1, Long.MAX_VALUE));
    try (EventLog other = EventLog.open(store, one, Runnable::run, Clock.systemUTC())) {
      other.housekeep(OptionalLong.empty());
    }
  }

  @Override
  public void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
