package io.belfry.server.subscription;

import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.server.store.Dialect;
import io.belfry.service.Cursor;
import io.belfry.service.Registration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A subscription as it is stored. */
record Row(long id, long maker, long fence, Cursor cursor) {

  /** Finds it, and keeps others from changing it until the end of the transaction. */
  static Optional<Row> lock(
      Handle handle, Dialect dialect, String owner, Registration registration) {
    return lock(handle, dialect, owner, registration.subscriber(), registration.filter());
  }

  /** Finds it, and keeps others from changing it until the end of the transaction. */
  static Optional<Row> lock(
      Handle handle, Dialect dialect, String owner, Topic subscriber, TopicFilter filter) {
    return handle
        .createQuery("SELECT id, maker, fence, cursor_text FROM subscription"
            + " WHERE owner = ? AND subscriber = ? AND filter = ?" + dialect.forUpdate())
        .bind(0, owner)
        .bind(1, subscriber.name())
        .bind(2, filter.pattern())
        .map((row, context) ->
            new Row(row.getLong(1), row.getLong(2), row.getLong(3), Cursor.parse(row.getString(4))))
        .findOne();
  }

  static Row insert(Handle handle, String owner, Registration claim, Cursor cursor, long now) {
    long id = handle
        .createQuery("INSERT INTO subscription (owner, subscriber, filter, maker, fence, epoch,"
            + " cursor_offset, cursor_text, touched) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " RETURNING id")
        .bind(0, owner)
        .bind(1, claim.subscriber().name())
        .bind(2, claim.filter().pattern())
        .bind(3, claim.fence())
        .bind(4, claim.fence())
        .bind(5, cursor.epoch())
        .bind(6, cursor.offset())
        .bind(7, cursor.toString())
        .bind(8, now)
        .mapTo(Long.class)
        .one();
    return new Row(id, claim.fence(), claim.fence(), cursor);
  }

  void takeOver(Handle handle, long newFence, long now) {
    handle.execute(
        "UPDATE subscription SET fence = ?, touched = ? WHERE id = ?", newFence, now, id);
  }

  void moveTo(Handle handle, Cursor further, long now) {
    handle.execute(
        "UPDATE subscription SET epoch = ?, cursor_offset = ?, cursor_text = ?, touched = ?"
            + " WHERE id = ?",
        further.epoch(),
        further.offset(),
        further.toString(),
        now,
        id);
  }
}
