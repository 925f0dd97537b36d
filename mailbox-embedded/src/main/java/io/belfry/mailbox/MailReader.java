package io.belfry.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Properties;
import java.util.stream.Stream;

/** Reads what is in a mail, however odd it is. */
final class MailReader {

  /** The header that says for whom a mail came; the others may say something else. */
  static final String RECIPIENT = "Delivered-To";

  private static final Session SESSION = Session.getInstance(new Properties());

  private MailReader() {}

  static Mail read(String name, Instant at, InputStream file) throws IOException {
    try {
      MimeMessage mail = new MimeMessage(SESSION, file);
      return new Mail(
          name,
          at,
          headers(mail, RECIPIENT).toList(),
          header(mail, "From"),
          header(mail, "Subject"),
          header(mail, "Message-ID"),
          part(mail, "text/plain"),
          part(mail, "text/html"));
    } catch (MessagingException e) {
      throw new IOException("The file " + name + " is no mail: " + e.getMessage(), e);
    }
  }

  private static String header(MimeMessage mail, String name) throws MessagingException {
    return headers(mail, name).findFirst().orElse("");
  }

  private static Stream<String> headers(MimeMessage mail, String name) throws MessagingException {
    return Collections.list(mail.getMatchingHeaders(new String[] {name})).stream()
        .map(header -> decoded(MimeUtility.unfold(header.getValue())));
  }

  private static String decoded(String value) {
    try {
      return MimeUtility.decodeText(value);
    } catch (UnsupportedEncodingException e) {
      return value;
    }
  }

  /** The first part of a type, at whatever depth. */
  private static String part(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return text(part);
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = part(parts.getBodyPart(i), type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  /** As it is declared, or else as well as it can be read. */
  private static String text(Part part) throws MessagingException, IOException {
    try {
      return part.getContent() instanceof String text ? text : "";
    } catch (UnsupportedEncodingException e) {
      return new String(part.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
