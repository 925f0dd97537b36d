package io.belfry.service;

import java.util.Objects;

/**
 * How the mails of a service go.
 *
 * @param mailboxes how many confirmed registrations there are
 * @param waiting how many of them wait for a mail from the server that answered
 * @param stopped how many have stopped, and wait for somebody to look
 * @param trouble why this server can't send any mail; empty if it can
 */
public record Mails(long mailboxes, long waiting, long stopped, String trouble) {

  /** Needs a text, if an empty one. */
  public Mails {
    Objects.requireNonNull(trouble);
  }
}
