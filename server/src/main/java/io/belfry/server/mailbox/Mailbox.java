package io.belfry.server.mailbox;

import io.belfry.message.TopicFilter;
import io.belfry.service.Cursor;
import io.belfry.service.EmailRegistration;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A registration as it is stored.
 *
 * @param id tells it from all others
 * @param registration which topics, and where to
 * @param isConfirmed whether the address gets mails
 * @param position where delivery stands
 */
public record Mailbox(
    long id, EmailRegistration registration, boolean isConfirmed, Cursor position) {

  static final String COLUMNS = "id, filter, address, language, confirmed, epoch, position";

  static Mailbox of(ResultSet row) throws SQLException {
    return new Mailbox(
        row.getLong(1),
        new EmailRegistration(
            new TopicFilter(row.getString(2)), row.getString(3), row.getString(4)),
        row.getInt(5) == 1,
        Cursor.at(row.getString(6), row.getLong(7)));
  }
}
