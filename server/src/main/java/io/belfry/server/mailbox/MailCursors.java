package io.belfry.server.mailbox;

import io.belfry.server.store.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The mailboxes as cursors, for whoever delivers. Safe for any thread; all operations block, and
 * throw a {@code StoreException} where the database fails.
 */
public final class MailCursors {

  private final Store store;
  private final Codes codes;

  /**
   * The cursors of a store.
   *
   * @param store where they are
   */
  public MailCursors(Store store) {
    this.store = store;
    this.codes = Codes.of(store);
  }

  /**
   * The version of the last change.
   *
   * @return a number that rises
   */
  public long version() {
    return store.read(handle -> handle
        .createQuery("SELECT version FROM filter_state WHERE kind = 'mailbox'")
        .mapTo(Long.class)
        .one());
  }

  /**
   * The cursors of a shard to which something may have to be delivered.
   *
   * @param shard which one
   * @param after the last id that is known
   * @param limit how many at most
   * @return a page of them, in the order of their ids
   */
  public List<MailCursor> ofShard(int shard, long after, int limit) {
    return store.read(handle -> handle
        .createQuery("SELECT " + MailCursor.COLUMNS + " FROM mailbox WHERE shard = ? AND id > ?"
            + " AND (confirmed = 1 OR wants_code = 1) AND paused = 0 AND stopped = 0"
            + " ORDER BY id LIMIT ?")
        .bind(0, shard)
        .bind(1, after)
        .bind(2, limit)
        .map((row, context) -> MailCursor.of(row))
        .list());
  }

  /**
   * What has changed, other than by delivering; what is gone is not told.
   *
   * @param version the last one that is known
   * @return the cursors as they are now, those that are not active included
   */
  public List<MailCursor> changedSince(long version) {
    return store.read(handle -> handle
        .createQuery("SELECT " + MailCursor.COLUMNS + " FROM mailbox WHERE version > ?")
        .bind(0, version)
        .map((row, context) -> MailCursor.of(row))
        .list());
  }

  /**
   * A single one.
   *
   * @param id of the registration
   * @return the cursor as it is now; nothing if the registration has ended
   */
  public Optional<MailCursor> find(long id) {
    return store.read(handle -> handle
        .createQuery("SELECT " + MailCursor.COLUMNS + " FROM mailbox WHERE id = ?")
        .bind(0, id)
        .map((row, context) -> MailCursor.of(row))
        .findOne());
  }

  /**
   * Whom to write to.
   *
   * @param ids of the registrations
   * @return those that there are, by their ids
   */
  public Map<Long, Addressee> addressees(Collection<Long> ids) {
    Map<Long, Addressee> found = new HashMap<>();
    if (!ids.isEmpty()) {
      store
          .read(handle -> handle
              .createQuery("SELECT " + Mailbox.COLUMNS + " FROM mailbox WHERE id IN (<ids>)")
              .bindList("ids", List.copyOf(ids))
              .map((row, context) -> Mailbox.of(row))
              .list())
          .forEach(mailbox -> found.put(mailbox.id(), addressee(mailbox)));
    }
    return found;
  }

  private Addressee addressee(Mailbox mailbox) {
    return new Addressee(
        mailbox.id(),
        mailbox.registration(),
        mailbox.created(),
        codes.leaving(mailbox),
        codes.confirmation(mailbox),
        mailbox.codes(),
        Instant.ofEpochMilli(mailbox.codeUntil()));
  }

  /**
   * Remembers what is about to be sent, so that it is the same if it has to be sent again.
   *
   * @param handle the transaction
   * @param planned up to which offset the notice tells, by the ids of the registrations
   */
  public void plan(Handle handle, Map<Long, Long> planned) {
    PreparedBatch batch = handle.prepareBatch("UPDATE mailbox SET planned = ? WHERE id = ?");
    planned.forEach((id, last) -> batch.add(last, id));
    batch.execute();
  }

  /**
   * Remembers what has become of tries.
   *
   * @param handle the transaction
   * @param settlements the tries
   */
  public void settle(Handle handle, Collection<Settlement> settlements) {
    PreparedBatch news = handle.prepareBatch(
        "UPDATE mailbox SET position = ?, planned = ?, tries = ?, failing_since = ?, due = ?,"
            + " stopped = ?, trouble = ? WHERE id = ? AND confirmed = 1");
    PreparedBatch codesSent = handle.prepareBatch(
        "UPDATE mailbox SET wants_code = ?, tries = ?, failing_since = ?, due = ?, stopped = ?,"
            + " trouble = ? WHERE id = ? AND confirmed = 0");
    for (Settlement each : settlements) {
      int stopped = each.isStopped() ? 1 : 0;
      if (each.isConfirmed()) {
        news.add(
            each.position(),
            each.planned(),
            each.tries(),
            each.failingSince(),
            each.due(),
            stopped,
            each.trouble(),
            each.id());
      } else {
        codesSent.add(
            each.tries() == 0 ? 0 : 1,
            each.tries(),
            each.failingSince(),
            each.due(),
            stopped,
            each.trouble(),
            each.id());
      }
    }
    execute(news);
    execute(codesSent);
  }

  /**
   * Where those stand that nobody delivers to, since they are paused or have stopped.
   *
   * @return the lowest position in each shard that has such
   */
  public Map<Integer, Long> held() {
    Map<Integer, Long> held = new HashMap<>();
    store
        .read(handle -> handle
            .createQuery("SELECT shard, min(position) FROM mailbox"
                + " WHERE (paused = 1 OR stopped = 1) AND confirmed = 1 GROUP BY shard")
            .map((row, context) -> Map.entry(row.getInt(1), row.getLong(2)))
            .list())
        .forEach(entry -> held.put(entry.getKey(), entry.getValue()));
    return held;
  }

  /**
   * Remembers from where on the mailboxes of a shard may still need the log.
   *
   * @param handle the transaction
   * @param shard which one
   * @param offset the oldest that may be needed
   */
  public void needFrom(Handle handle, int shard, long offset) {
    handle.execute(
        "INSERT INTO delivery_shard (shard, needed_from) VALUES (?, ?)"
            + " ON CONFLICT (shard) DO UPDATE SET needed_from = excluded.needed_from",
        shard,
        offset);
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
