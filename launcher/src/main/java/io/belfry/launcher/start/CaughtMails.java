package io.belfry.launcher.start;

import io.belfry.gateway.page.Letters;
import io.belfry.mailbox.Mail;
import io.belfry.mailbox.MailboxDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The mails of the embedded mailbox, as pages show them.
 *
 * @param directory where they are
 */
record CaughtMails(MailboxDirectory directory) implements Letters {

  /** More than anybody reads; each is a file to be opened. */
  private static final int MOST = 100;

  @Override
  public List<Letter> newest() {
    try {
      return directory.newest(MOST).stream().map(CaughtMails::letter).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Letter letter(Mail mail) {
    return new Letter(mail.name(), mail.at(), mail.to(), mail.from(), mail.subject(), mail.text());
  }
}
