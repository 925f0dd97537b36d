package io.belfry.service;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A registered mailbox, and how delivery to it goes.
 *
 * @param id tells it from all others
 * @param registration which topics, and where to
 * @param state whether mails go there
 * @param position all events up to this offset have been dealt with, as far as they are wanted
 * @param failure what is the matter, if the last try failed
 */
public record MailboxInfo(
    long id,
    EmailRegistration registration,
    State state,
    long position,
    Optional<Failure> failure) {

  /** Whether mails go to a mailbox. */
  public enum State {
    /** Not yet: nobody has confirmed the address. */
    PENDING,
    /** They do. */
    ACTIVE,
    /** They wait until the mailbox is resumed. */
    PAUSED,
    /** A mail was refused for good, or for too long; it and those after it wait for a decision. */
    STOPPED
  }

  /**
   * What is the matter.
   *
   * @param through up to which offset the mail tells that has failed; 0 for a code
   * @param tries how often it has failed
   * @param nextTry when it is tried again, unless the mailbox has stopped
   * @param reason one sentence, mostly the mail server's
   */
  public record Failure(long through, int tries, Optional<Instant> nextTry, String reason) {

    /** Needs all of them. */
    public Failure {
      Objects.requireNonNull(nextTry);
      Objects.requireNonNull(reason);
    }
  }

  /** Needs all of them. */
  public MailboxInfo {
    Objects.requireNonNull(registration);
    Objects.requireNonNull(state);
    Objects.requireNonNull(failure);
  }
}
