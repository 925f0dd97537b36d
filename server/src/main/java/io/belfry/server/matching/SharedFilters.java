package io.belfry.server.matching;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;

/**
 * Filters of one kind that stand in the database, where several servers may change them, and in the
 * memory of each, to be counted by topic. A change of this server is counted at once; one of
 * another server within {@link #STALENESS}, or later if nobody asks.
 *
 * <p>Safe for any thread.
 */
public final class SharedFilters {

  /** How old a count may be where another server has made changes. */
  public static final Duration STALENESS = Duration.ofSeconds(1);

  /** How many versions of changes are kept; who is further behind reads all filters again. */
  private static final int KEPT = 10_000;

  /** Deleting is done for so many at once, as a part of those that are kept. */
  private static final int PARTS = 10;

  private final Store store;
  private final String kind;
  private final String all;
  private final int kept;

  private final ReentrantLock refreshing = new ReentrantLock();
  private volatile FilterIndex<Long> index = new FilterIndex<>();
  private long known = -1;
  private volatile long freshUntil;

  /**
   * Reads nothing yet.
   *
   * @param store where they are
   * @param kind which of them, by the name in the table of states
   * @param all a query for the id and the filter of all that are to be counted
   */
  public SharedFilters(Store store, String kind, String all) {
    this(store, kind, all, KEPT);
  }

  SharedFilters(Store store, String kind, String all, int kept) {
    this.store = store;
    this.kind = kind;
    this.all = all;
    this.kept = kept;
    this.freshUntil = System.nanoTime();
  }

  /**
   * What a transaction that changes filters begins with. Others of this kind wait for its end, so
   * versions appear in their order.
   *
   * @param handle the transaction
   * @return its version, higher than all before
   */
  public long next(Handle handle) {
    handle
        .createUpdate("UPDATE filter_state SET version = version + 1 WHERE kind = ?")
        .bind(0, kind)
        .execute();
    long version = state(handle).version();
    if (version % (kept / PARTS) == 0 && version > kept) {
      prune(handle, version - kept);
    }
    return version;
  }

  /**
   * How many rows there are of this kind, counted or not.
   *
   * @param handle a transaction
   * @return their number
   */
  public long entries(Handle handle) {
    return state(handle).entries();
  }

  /**
   * Notes that there are more or fewer rows of this kind.
   *
   * @param handle a transaction that has called {@link #next}
   * @param more how many more; fewer if below zero
   */
  public void grow(Handle handle, long more) {
    handle.execute("UPDATE filter_state SET entries = entries + ? WHERE kind = ?", more, kind);
  }

  /**
   * Notes that a filter is to be counted.
   *
   * @param handle a transaction
   * @param version what {@link #next} has told it
   * @param id of the row that has the filter
   * @param filter the filter
   */
  public void add(Handle handle, long version, long id, TopicFilter filter) {
    change(handle, version, id, filter, 1);
  }

  /**
   * Notes that a filter is to be counted no longer.
   *
   * @param handle a transaction
   * @param version what {@link #next} has told it
   * @param id of the row that had the filter
   * @param filter the filter
   */
  public void remove(Handle handle, long version, long id, TopicFilter filter) {
    change(handle, version, id, filter, 0);
  }

  /** Has the next count see what this server has just committed. */
  public void expire() {
    freshUntil = System.nanoTime();
  }

  /**
   * How many of these filters want a topic.
   *
   * @param topic the topic in question
   * @return their number
   */
  public long count(Topic topic) {
    refreshIfDue();
    return index.count(topic);
  }

  /**
   * How many are counted at all.
   *
   * @return their number
   */
  public long size() {
    refreshIfDue();
    return index.size();
  }

  private void refreshIfDue() {
    if (System.nanoTime() - freshUntil < 0) {
      return;
    }
    refreshing.lock();
    try {
      if (System.nanoTime() - freshUntil >= 0) {
        long until = System.nanoTime() + STALENESS.toNanos();
        freshUntil = until;
        store.read(this::refresh);
      }
    } catch (RuntimeException e) {
      expire();
      throw e;
    } finally {
      refreshing.unlock();
    }
  }

  private boolean refresh(Handle handle) {
    State state = state(handle);
    if (known < state.pruned()) {
      index = readAll(handle);
    } else if (known < state.version()) {
      changesSince(handle, known).forEach(change -> change.in(index));
    }
    known = state.version();
    return true;
  }

  private FilterIndex<Long> readAll(Handle handle) {
    FilterIndex<Long> anew = new FilterIndex<>();
    handle
        .createQuery(all)
        .setFetchSize(1_000)
        .map((row, context) -> new Change(row.getLong(1), new TopicFilter(row.getString(2)), true))
        .forEach(change -> change.in(anew));
    return anew;
  }

  private List<Change> changesSince(Handle handle, long version) {
    return handle
        .createQuery("SELECT entry, filter, added FROM filter_change"
            + " WHERE kind = ? AND version > ? ORDER BY version, entry")
        .bind(0, kind)
        .bind(1, version)
        .map((row, context) ->
            new Change(row.getLong(1), new TopicFilter(row.getString(2)), row.getInt(3) == 1))
        .list();
  }

  private State state(Handle handle) {
    return handle
        .createQuery("SELECT version, pruned, entries FROM filter_state WHERE kind = ?")
        .bind(0, kind)
        .map((row, context) -> new State(row.getLong(1), row.getLong(2), row.getLong(3)))
        .one();
  }

  private void change(Handle handle, long version, long id, TopicFilter filter, int added) {
    handle.execute(
        "INSERT INTO filter_change (kind, version, entry, filter, added) VALUES (?, ?, ?, ?, ?)",
        kind,
        version,
        id,
        filter.pattern(),
        added);
  }

  private void prune(Handle handle, long through) {
    handle.execute("DELETE FROM filter_change WHERE kind = ? AND version <= ?", kind, through);
    handle.execute("UPDATE filter_state SET pruned = ? WHERE kind = ?", through, kind);
  }

  private record State(long version, long pruned, long entries) {}

  private record Change(long id, TopicFilter filter, boolean isAdded) {

    void in(FilterIndex<Long> index) {
      if (isAdded) {
        index.add(filter, id);
      } else {
        index.remove(filter, id);
      }
    }
  }
}
