package io.belfry.server.log;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.store.Store;
import io.belfry.server.store.StoreException;
import io.belfry.server.store.Work;
import io.belfry.service.Heads;
import io.belfry.service.Replay;
import io.belfry.service.Replayed;
import io.belfry.service.Selection;
import io.belfry.service.ServiceException;
import io.belfry.service.Snapshots;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;

/** The half of a log that reads. */
abstract sealed class LogReader permits EventLog {

  final Store store;
  final LogConfig config;
  final Position position;
  private volatile boolean closed;

  LogReader(Store store, LogConfig config, Position position) {
    this.store = store;
    this.config = config;
    this.position = position;
  }

  /**
   * Lists topics in the order of their names.
   *
   * @param selection which ones
   * @return a page of them
   */
  public TopicStates topics(Selection selection) {
    return read(handle -> TopicPages.states(handle, selection));
  }

  /**
   * How many topics there are.
   *
   * @return the number
   */
  public long topicCount() {
    return read(handle ->
        handle.createQuery("SELECT count(*) FROM topic").mapTo(Long.class).one());
  }

  /**
   * The content of topics, in the order of their names.
   *
   * @param selection which ones
   * @return a page of them
   * @throws ServiceException with {@code UNKNOWN_TOPIC} if one is asked for that there is not
   */
  public Snapshots snapshot(Selection selection) {
    Snapshots page = read(handle -> SnapshotPages.page(handle, selection, config));
    position.learn(page.epoch(), page.offset());
    return page;
  }

  /**
   * Where topics stand, in the order of their names.
   *
   * @param selection which ones
   * @return a page of them
   * @throws ServiceException with {@code UNKNOWN_TOPIC} if one is asked for that there is not
   */
  public Heads heads(Selection selection) {
    Heads page = read(handle -> TopicPages.heads(handle, selection));
    position.learn(page.epoch(), page.offset());
    return page;
  }

  /**
   * Checks that a topic exists, if one alone is wanted: with wildcards, topics may come later.
   *
   * @param filter which topics
   * @throws ServiceException with {@code UNKNOWN_TOPIC} if there is none
   */
  public void requireTopic(TopicFilter filter) {
    if (!filter.hasWildcard()) {
      heads(Selection.of(new Topic(filter.pattern())));
    }
  }

  /**
   * Brings events of the past. Of the whole log, a gap is told on the page within which it ends.
   *
   * @param query which ones
   * @return a page of them
   * @throws ServiceException with {@code UNKNOWN_TOPIC} or {@code STALE_CURSOR}
   */
  public Replayed replay(Replay query) {
    return query instanceof Replay.OfTopic topic
        ? read(handle -> TopicReplay.page(handle, topic, config.maxPage()))
        : replay((Replay.OfLog) query);
  }

  private Replayed replay(Replay.OfLog query) {
    Replayed page = read(handle -> LogReplay.page(handle, query, config.maxPage()));
    position.learn(page.epoch(), page.head());
    return page;
  }

  /**
   * Which topics have changed since, and where they stand.
   *
   * @param offset the last offset that does not count
   * @param limit how many topics at most
   * @return all of them, or nothing if they are more than that
   */
  public Optional<Changes> changedSince(long offset, int limit) {
    Optional<Changes> changes = read(handle -> TopicPages.changes(handle, offset, limit));
    changes.ifPresent(found -> position.learn(found.epoch(), found.offset()));
    return changes;
  }

  /**
   * Tells which topics have gone on since, and to where.
   *
   * @param offset the last offset that does not count
   * @param advance is told each topic with the offset of its last event, in the order of these
   * @return the last offset of the log, up to which nothing was passed over
   */
  public long advances(long offset, ObjLongConsumer<Topic> advance) {
    LogRow log = read(handle -> {
      LogRow now = LogRow.read(handle);
      if (now.head() > offset) {
        TopicRows.advances(handle, offset, advance);
      }
      return now;
    });
    position.learn(log.epoch(), log.head());
    return log.head();
  }

  /**
   * The log's epoch, as last heard.
   *
   * @return a word of 16 letters and digits
   */
  public String epoch() {
    return position.epoch();
  }

  /**
   * The offset of the last event, as last heard: of what this log has appended or anybody has read
   * here.
   *
   * @return the offset, or 0 if there was none
   */
  public long head() {
    return position.head();
  }

  /**
   * Looks where the log stands, since other servers append to it, too. It costs one small query.
   *
   * @return the offset of the last event
   */
  public long refreshHead() {
    LogRow log = read(LogRow::read);
    position.learn(log.epoch(), log.head());
    return position.head();
  }

  /**
   * The offset of the oldest event that is kept.
   *
   * @return the offset; one more than the last if there is none
   */
  public long first() {
    return read(handle -> handle
        .createQuery("SELECT coalesce(min(event_offset), (SELECT head + 1 FROM log)) FROM event")
        .mapTo(Long.class)
        .one());
  }

  final void endReading() {
    closed = true;
  }

  final <T> T read(Work<T> work) {
    checkOpen();
    return translated(() -> store.read(work));
  }

  final <T> T write(Work<T> work) {
    checkOpen();
    return translated(() -> store.inTransaction(work));
  }

  final void checkOpen() {
    if (closed) {
      throw Refusals.closed();
    }
  }

  static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (StoreException e) {
      throw Refusals.of(e);
    }
  }
}
