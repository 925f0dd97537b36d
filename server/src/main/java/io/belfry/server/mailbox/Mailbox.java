package io.belfry.server.mailbox;

import io.belfry.message.TopicFilter;
import io.belfry.service.EmailRegistration;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A registration as it is stored.
 *
 * @param id tells it from all others
 * @param registration which topics, and where to
 * @param isConfirmed whether the address gets mails
 * @param created when it was made
 * @param wantsCode whether a code is to be sent yet
 * @param codes how many codes have been asked for
 * @param codeUntil when the last one ends
 */
record Mailbox(
    long id,
    EmailRegistration registration,
    boolean isConfirmed,
    long created,
    boolean wantsCode,
    int codes,
    long codeUntil) {

  static final String COLUMNS =
      "id, filter, address, language, confirmed, created, wants_code, codes, code_until";

  static Mailbox of(ResultSet row) throws SQLException {
    return new Mailbox(
        row.getLong(1),
        registration(row),
        row.getInt(5) == 1,
        row.getLong(6),
        row.getInt(7) == 1,
        row.getInt(8),
        row.getLong(9));
  }

  /** Whether the last code that was asked for is on its way. */
  boolean awaitsCode(long now) {
    return wantsCode && codeUntil > now;
  }

  /** From the columns after the id. */
  static EmailRegistration registration(ResultSet row) throws SQLException {
    return new EmailRegistration(
        new TopicFilter(row.getString(2)), row.getString(3), row.getString(4));
  }
}
