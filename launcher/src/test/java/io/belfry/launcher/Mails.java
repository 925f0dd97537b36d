package io.belfry.launcher;

import io.belfry.mailbox.EmbeddedMailbox;
import io.belfry.mailbox.Mail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What a mailbox has got. */
final class Mails {

  private Mails() {}

  static List<Mail> in(EmbeddedMailbox mailbox) {
    try {
      return mailbox.directory().mails();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
