package io.belfry.server.mailbox;

import io.belfry.server.store.Dialect;
import io.belfry.service.Cursor;
import io.belfry.service.EmailRegistration;
import io.belfry.service.MailboxInfo;
import io.belfry.service.MailboxInfo.Failure;
import io.belfry.service.MailboxInfo.State;
import io.belfry.service.MailboxQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** The table of mailboxes, as far as it is about registrations. */
final class MailboxRows {

  private static final String SELECT = "SELECT " + Mailbox.COLUMNS + " FROM mailbox";

  private final Dialect dialect;

  MailboxRows(Dialect dialect) {
    this.dialect = dialect;
  }

  Optional<Mailbox> lock(Handle handle, EmailRegistration registration) {
    return handle
        .createQuery(SELECT + " WHERE address = ? AND filter = ?" + dialect.forUpdate())
        .bind(0, registration.address())
        .bind(1, registration.filter().pattern())
        .map((row, context) -> Mailbox.of(row))
        .findOne();
  }

  Optional<Mailbox> lock(Handle handle, long id) {
    return handle
        .createQuery(SELECT + " WHERE id = ?" + dialect.forUpdate())
        .bind(0, id)
        .map((row, context) -> Mailbox.of(row))
        .findOne();
  }

  int count(Handle handle, String address) {
    return handle
        .createQuery("SELECT count(*) FROM mailbox WHERE address = ?")
        .bind(0, address)
        .mapTo(Integer.class)
        .one();
  }

  Mailbox insert(Handle handle, EmailRegistration registration, Cursor end, long now) {
    return handle
        .createQuery("INSERT INTO mailbox (filter, address, language, confirmed, created,"
            + " wants_code, codes, code_until, epoch, position, shard)"
            + " VALUES (?, ?, ?, 0, ?, 0, 0, 0, ?, ?, ?) RETURNING " + Mailbox.COLUMNS)
        .bind(0, registration.filter().pattern())
        .bind(1, registration.address())
        .bind(2, registration.language())
        .bind(3, now)
        .bind(4, end.epoch())
        .bind(5, end.offset())
        .bind(6, MailCursor.shard(registration.address()))
        .map((row, context) -> Mailbox.of(row))
        .one();
  }

  /** Has another code sent; those before it are good no more. */
  void wantCode(Handle handle, long id, long version, long until) {
    handle.execute(
        "UPDATE mailbox SET wants_code = 1, codes = codes + 1, code_until = ?, tries = 0,"
            + " failing_since = 0, due = 0, stopped = 0, trouble = '', version = ? WHERE id = ?",
        until,
        version,
        id);
  }

  void confirm(Handle handle, long id, long version, Cursor end) {
    handle.execute(
        "UPDATE mailbox SET confirmed = 1, wants_code = 0, epoch = ?, position = ?, tries = 0,"
            + " failing_since = 0, due = 0, stopped = 0, trouble = '', version = ? WHERE id = ?",
        end.epoch(),
        end.offset(),
        version,
        id);
  }

  void delete(Handle handle, long id) {
    handle.execute("DELETE FROM mailbox WHERE id = ?", id);
  }

  void pause(Handle handle, long id, long version, boolean isPaused) {
    handle.execute(
        "UPDATE mailbox SET paused = ?, version = ? WHERE id = ?", isPaused ? 1 : 0, version, id);
  }

  void retry(Handle handle, long id, long version) {
    handle.execute(
        "UPDATE mailbox SET tries = 0, failing_since = 0, due = 0, stopped = 0, trouble = '',"
            + " version = ? WHERE id = ?",
        version,
        id);
  }

  /** What was tried counts as dealt with; a code as sent. */
  void drop(Handle handle, long id, long version) {
    handle.execute(
        "UPDATE mailbox SET position = CASE WHEN planned > position THEN planned ELSE position END,"
            + " planned = 0, wants_code = 0, tries = 0, failing_since = 0, due = 0, stopped = 0,"
            + " trouble = '', version = ? WHERE id = ?",
        version,
        id);
  }

  int deletePending(Handle handle, long before, int most) {
    return handle.execute(
        "DELETE FROM mailbox WHERE id IN"
            + " (SELECT id FROM mailbox WHERE confirmed = 0 AND created < ? LIMIT ?)",
        before,
        most);
  }

  /** A page of them, and one more if there are more. */
  List<MailboxInfo> list(Handle handle, MailboxQuery query) {
    return handle
        .createQuery("SELECT id, filter, address, language, confirmed, paused, stopped, position,"
            + " planned, tries, due, trouble FROM mailbox WHERE id > ?"
            + query.state().map(MailboxRows::condition).orElse("")
            + " ORDER BY id LIMIT ?")
        .bind(0, query.after())
        .bind(1, query.limit() + 1)
        .map((row, context) -> info(row))
        .list();
  }

  long countStopped(Handle handle) {
    return handle
        .createQuery("SELECT count(*) FROM mailbox WHERE stopped = 1")
        .mapTo(Long.class)
        .one();
  }

  /** Where nobody has delivered yet, all that comes after the positions is needed. */
  OptionalLong neededFrom(Handle handle) {
    return handle
        .createQuery("SELECT min(needed) FROM (SELECT needed_from AS needed FROM delivery_shard"
            + " UNION ALL SELECT min(position) + 1 FROM mailbox WHERE confirmed = 1"
            + " AND shard NOT IN (SELECT shard FROM delivery_shard)) AS places")
        .mapTo(Long.class)
        .findOne()
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  private static String condition(State state) {
    return switch (state) {
      case STOPPED -> " AND stopped = 1";
      case PAUSED -> " AND stopped = 0 AND paused = 1";
      case PENDING -> " AND stopped = 0 AND paused = 0 AND confirmed = 0";
      case ACTIVE -> " AND stopped = 0 AND paused = 0 AND confirmed = 1";
    };
  }

  private static MailboxInfo info(ResultSet row) throws SQLException {
    State state = row.getInt(5) == 1 ? State.ACTIVE : State.PENDING;
    state = row.getInt(6) == 1 ? State.PAUSED : state;
    state = row.getInt(7) == 1 ? State.STOPPED : state;
    return new MailboxInfo(
        row.getLong(1), Mailbox.registration(row), state, row.getLong(8), failure(row, state));
  }

  private static Optional<Failure> failure(ResultSet row, State state) throws SQLException {
    int tries = row.getInt(10);
    Optional<Instant> next = state == State.STOPPED
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(row.getLong(11)));
    return tries == 0
        ? Optional.empty()
        : Optional.of(new Failure(row.getLong(9), tries, next, row.getString(12)));
  }
}
