package io.belfry.server.mailbox;

import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** Counts who has codes sent to whom, so that nobody can have a stranger's mailbox filled. */
final class CodeRequests {

  private static final Duration FOR_ADDRESS = Duration.ofDays(1);
  private static final Duration FOR_SOURCE = Duration.ofHours(1);

  private final MailboxConfig config;

  CodeRequests(MailboxConfig config) {
    this.config = config;
  }

  /** Whether one more may be sent; then it is counted. */
  boolean admit(Handle handle, String address, String source, long now) {
    if (count(handle, "address", address, now - FOR_ADDRESS.toMillis()) >= config.codesForAddress()
        || count(handle, "source", source, now - FOR_SOURCE.toMillis())
            >= config.codesForSource()) {
      return false;
    }
    handle.execute(
        "INSERT INTO code_request (address, source, at) VALUES (?, ?, ?)", address, source, now);
    return true;
  }

  /** Forgets what counts no more. */
  void forget(Handle handle, long now) {
    handle.execute("DELETE FROM code_request WHERE at <= ?", now - FOR_ADDRESS.toMillis());
  }

  private static int count(Handle handle, String column, String value, long after) {
    return handle
        .createQuery("SELECT count(*) FROM code_request WHERE " + column + " = ? AND at > ?")
        .bind(0, value)
        .bind(1, after)
        .mapTo(Integer.class)
        .one();
  }
}
