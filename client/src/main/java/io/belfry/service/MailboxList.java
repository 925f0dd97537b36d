package io.belfry.service;

import java.util.List;

/**
 * A page of mailboxes, in the order of their ids.
 *
 * @param mailboxes the mailboxes
 * @param hasMore whether there are more
 */
public record MailboxList(List<MailboxInfo> mailboxes, boolean hasMore) {

  /** Copies the list. */
  public MailboxList {
    mailboxes = List.copyOf(mailboxes);
  }
}
