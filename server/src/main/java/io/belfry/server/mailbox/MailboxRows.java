package io.belfry.server.mailbox;

import io.belfry.server.store.Dialect;
import io.belfry.service.Cursor;
import io.belfry.service.EmailRegistration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of mailboxes. */
final class MailboxRows {

  private static final byte[] NO_HASH = {};

  private final Dialect dialect;

  MailboxRows(Dialect dialect) {
    this.dialect = dialect;
  }

  Optional<Mailbox> lock(Handle handle, EmailRegistration registration) {
    return handle
        .createQuery("SELECT " + Mailbox.COLUMNS + " FROM mailbox WHERE address = ? AND filter = ?"
            + dialect.forUpdate())
        .bind(0, registration.address())
        .bind(1, registration.filter().pattern())
        .map((row, context) -> Mailbox.of(row))
        .findOne();
  }

  /** Finds the row by its id, so that only the hash of the secret is compared. */
  Optional<Mailbox> lockByCode(Handle handle, ConfirmationCode code, long now) {
    return handle
        .createQuery("SELECT " + Mailbox.COLUMNS
            + ", code_hash FROM mailbox WHERE id = ? AND code_until > ?" + dialect.forUpdate())
        .bind(0, code.id())
        .bind(1, now)
        .map((row, context) -> code.hasHash(row.getBytes(8))
            ? Optional.of(Mailbox.of(row))
            : Optional.<Mailbox>empty())
        .findOne()
        .flatMap(found -> found);
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
            + " wants_code, codes, code_hash, code_until, epoch, position)"
            + " VALUES (?, ?, ?, 0, ?, 0, 0, ?, 0, ?, ?) RETURNING " + Mailbox.COLUMNS)
        .bind(0, registration.filter().pattern())
        .bind(1, registration.address())
        .bind(2, registration.language())
        .bind(3, now)
        .bind(4, NO_HASH)
        .bind(5, end.epoch())
        .bind(6, end.offset())
        .map((row, context) -> Mailbox.of(row))
        .one();
  }

  /** Unless so many have been made: nobody can have a stranger's mailbox filled. */
  void wantCode(Handle handle, long id, int most) {
    handle.execute("UPDATE mailbox SET wants_code = 1 WHERE id = ? AND codes < ?", id, most);
  }

  List<Mailbox> awaitingCode(Handle handle, int limit) {
    return handle
        .createQuery("SELECT " + Mailbox.COLUMNS
            + " FROM mailbox WHERE confirmed = 0 AND wants_code = 1 ORDER BY created, id LIMIT ?")
        .bind(0, limit)
        .map((row, context) -> Mailbox.of(row))
        .list();
  }

  boolean issue(Handle handle, ConfirmationCode code, long until) {
    return handle.execute(
            "UPDATE mailbox SET wants_code = 0, codes = codes + 1, code_hash = ?, code_until = ?"
                + " WHERE id = ? AND confirmed = 0 AND wants_code = 1",
            code.hash(),
            until,
            code.id())
        == 1;
  }

  void confirm(Handle handle, long id, Cursor end) {
    handle.execute(
        "UPDATE mailbox SET confirmed = 1, wants_code = 0, epoch = ?, position = ? WHERE id = ?",
        end.epoch(),
        end.offset(),
        id);
  }

  int deletePending(Handle handle, long before, int most) {
    return handle.execute(
        "DELETE FROM mailbox WHERE id IN"
            + " (SELECT id FROM mailbox WHERE confirmed = 0 AND created < ? LIMIT ?)",
        before,
        most);
  }
}
