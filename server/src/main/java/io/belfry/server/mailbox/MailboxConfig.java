package io.belfry.server.mailbox;

import java.time.Duration;

/**
 * How mailboxes are registered.
 *
 * @param confirmation whether an address must be confirmed before it gets mails
 * @param codeLife for how long a code is good
 * @param codesForEach how many codes are sent for a registration that is not confirmed
 * @param codesForAddress how many codes are sent to an address in a day
 * @param codesForSource how many codes one who asks can have sent in an hour
 * @param forEach how many registrations an address may have
 * @param inAll how many there may be
 * @param pendingLife after how long a registration that nobody has confirmed is forgotten
 */
public record MailboxConfig(
    boolean confirmation,
    Duration codeLife,
    int codesForEach,
    int codesForAddress,
    int codesForSource,
    int forEach,
    long inAll,
    Duration pendingLife) {

  /** With confirmation; codes are good for a day. */
  public static final MailboxConfig DEFAULTS =
      new MailboxConfig(true, Duration.ofDays(1), 3, 5, 100, 100, 1_000_000, Duration.ofDays(7));

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one of them leaves no room
   */
  public MailboxConfig {
    if (codeLife.toMillis() < 1
        || pendingLife.compareTo(codeLife) < 0
        || codesForEach < 1
        || codesForAddress < 1
        || codesForSource < 1
        || forEach < 1
        || inAll < 1) {
      throw new IllegalArgumentException(
          "The limits of mailboxes must leave some room, and a registration must last for as long"
              + " as its code.");
    }
  }

  /**
   * The same without confirmation.
   *
   * @return a configuration by which every address gets mails at once
   */
  public MailboxConfig withoutConfirmation() {
    return new MailboxConfig(
        false,
        codeLife,
        codesForEach,
        codesForAddress,
        codesForSource,
        forEach,
        inAll,
        pendingLife);
  }
}
