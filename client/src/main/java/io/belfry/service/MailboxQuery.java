package io.belfry.service;

import io.belfry.service.MailboxInfo.State;
import java.util.Objects;
import java.util.Optional;

/**
 * Which mailboxes to list.
 *
 * @param state only those in this state; all if there is none
 * @param after the id of the last one of the page before; 0 for the first page
 * @param limit how many at most
 */
public record MailboxQuery(Optional<State> state, long after, int limit) {

  /** The most that one page can have. */
  public static final int MAX_LIMIT = 1_000;

  /** The first page of all. */
  public static final MailboxQuery ALL = new MailboxQuery(Optional.empty(), 0, MAX_LIMIT);

  /** The first page of those whose mails were refused: the dead letters. */
  public static final MailboxQuery STOPPED =
      new MailboxQuery(Optional.of(State.STOPPED), 0, MAX_LIMIT);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the limit is not from 1 to 1,000, or the id negative
   */
  public MailboxQuery {
    Objects.requireNonNull(state);
    if (limit < 1 || limit > MAX_LIMIT || after < 0) {
      throw new IllegalArgumentException(
          "The limit must be from 1 to " + MAX_LIMIT + ", and 'after' an id.");
    }
  }

  /**
   * The page after this one.
   *
   * @param id of the last mailbox of this page
   * @return the query for it
   */
  public MailboxQuery beyond(long id) {
    return new MailboxQuery(state, id, limit);
  }
}
