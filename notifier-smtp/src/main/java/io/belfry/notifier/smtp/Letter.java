package io.belfry.notifier.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/**
 * A mail, and to whom it goes.
 *
 * @param recipients to whom, whatever the header says
 * @param whole the mail
 * @param brief makes one without what was published, for a server that takes no large ones
 */
record Letter(List<InternetAddress> recipients, MimeMessage whole, Making brief) {

  /** Makes a mail. */
  interface Making {
    MimeMessage make() throws MessagingException;
  }
}
