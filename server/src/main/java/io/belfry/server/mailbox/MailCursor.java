package io.belfry.server.mailbox;

import io.belfry.message.TopicFilter;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Where delivery to a mailbox stands.
 *
 * @param id of the registration
 * @param shard in whose hands it is
 * @param version of the last change that matters here
 * @param filter which topics
 * @param domain of the address
 * @param isActive whether anything is to be delivered at all
 * @param isConfirmed whether it gets news; else it gets a code
 * @param position all up to this offset has been dealt with
 * @param planned up to which offset the notice tells that has been tried; 0 if there is none
 * @param tries how often that has failed
 * @param failingSince when it first failed, in milliseconds since 1970
 * @param due when the next try is
 */
public record MailCursor(
    long id,
    int shard,
    long version,
    TopicFilter filter,
    String domain,
    boolean isActive,
    boolean isConfirmed,
    long position,
    long planned,
    int tries,
    long failingSince,
    long due) {

  /** How many shards there are, for as long as the store lives. */
  public static final int SHARDS = 16;

  static final String COLUMNS = "id, shard, version, filter, address, confirmed, wants_code,"
      + " paused, stopped, position, planned, tries, failing_since, due";

  static MailCursor of(ResultSet row) throws SQLException {
    boolean isConfirmed = row.getInt(6) == 1;
    boolean isHeld = row.getInt(8) == 1 || row.getInt(9) == 1;
    return new MailCursor(
        row.getLong(1),
        row.getInt(2),
        row.getLong(3),
        new TopicFilter(row.getString(4)),
        domain(row.getString(5)),
        !isHeld && (isConfirmed || row.getInt(7) == 1),
        isConfirmed,
        row.getLong(10),
        row.getLong(11),
        row.getInt(12),
        row.getLong(13),
        row.getLong(14));
  }

  static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  static int shard(String address) {
    return Math.floorMod(domain(address).hashCode(), SHARDS);
  }
}
