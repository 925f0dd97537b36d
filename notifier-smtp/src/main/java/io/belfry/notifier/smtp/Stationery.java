package io.belfry.notifier.smtp;

import io.belfry.notifier.Changes;
import io.belfry.notifier.Notice;
import io.belfry.notifier.Recipient;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** What a mail has besides its words: the header, and the parts. */
final class Stationery {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /** What may stand in the name of a list as it is. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_~=#*-]+(\\.[A-Za-z0-9_~=#*-]+)*");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
  private static final Pattern ADDRESS = Pattern.compile(
      "[^\\s\\p{Cntrl}<>(),;:\\\\\"\\[\\]@]+@" + "[^\\s\\p{Cntrl}<>(),;:\\\\\"\\[\\]@]+");
  private static final int HASH_BYTES = 12;

  /** As RFC 5322 writes it. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private final SmtpConfig config;
  private final Links links;
  private final Session session;
  private final String domain;

  Stationery(SmtpConfig config, Links links) {
    this.config = config;
    this.links = links;
    Properties properties = new Properties();
    properties.put("mail.mime.allowutf8", "true");
    this.session = Session.getInstance(properties);
    String sender = config.from().getAddress();
    this.domain = sender.substring(sender.lastIndexOf('@') + 1);
  }

  /**
   * Reads a recipient's address once more: what was stored by whoever must not become a command of
   * SMTP, or a line of the header.
   */
  static InternetAddress address(String written) throws MessagingException {
    if (!ADDRESS.matcher(written).matches()) {
      throw new MessagingException("The address is none.");
    }
    int at = written.lastIndexOf('@');
    InternetAddress address = new InternetAddress();
    try {
      address.setAddress(written.substring(0, at + 1) + IDN.toASCII(written.substring(at + 1), 0));
    } catch (IllegalArgumentException e) {
      throw new MessagingException("The address has no domain that there can be.", e);
    }
    return address;
  }

  MimeMessage mail(
      Notice notice, List<InternetAddress> to, String subject, String text, String page)
      throws MessagingException {
    StableMessage mail = new StableMessage(session, "<" + notice.id() + "@" + domain + ">");
    mail.setHeader("From", config.from().toString());
    if (config.replyTo().isPresent()) {
      mail.setHeader("Reply-To", config.replyTo().get().toString());
    }
    mail.setHeader(
        RecipientType.TO.toString(),
        to.size() == 1 ? to.get(0).getAddress() : "undisclosed-recipients:;");
    mail.setSubject(CONTROL.matcher(subject.strip()).replaceAll(" "), UTF_8);
    mail.setHeader("Date", DATE.format(ZonedDateTime.now(config.zone())));
    mail.setHeader("Content-Language", notice.language());
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Auto-Response-Suppress", "All");
    if (notice instanceof Changes changes) {
      addList(mail, changes);
    }
    mail.setContent(both(text, page));
    mail.saveChanges();
    return mail;
  }

  /** Everything about a topic makes one thread, and can be told by its list. */
  private void addList(MimeMessage mail, Changes notice) throws MessagingException {
    List<String> topics = Model.topics(notice);
    String about = topics.size() == 1 ? topics.get(0) : notice.filter().pattern();
    String root = "<" + hash("thread " + about) + "@" + domain + ">";
    mail.setHeader("In-Reply-To", root);
    mail.setHeader("References", root);
    mail.setHeader(
        "List-Id",
        "<" + (PLAIN.matcher(about).matches() ? about : hash(about)) + "." + domain + ">");
    if (notice.recipients().size() == 1) {
      addLeaving(mail, notice.recipients().get(0));
    }
  }

  private void addLeaving(MimeMessage mail, Recipient recipient) throws MessagingException {
    List<String> ways = new ArrayList<>();
    Optional<String> code = recipient.leaveCode();
    Optional<String> link = code.flatMap(links::leaving);
    link.ifPresent(ways::add);
    if (config.leaveBy().isPresent() && code.isPresent()) {
      ways.add("mailto:" + config.leaveBy().get().getAddress() + "?subject="
          + Links.encoded("unsubscribe " + code.get()));
    }
    if (!ways.isEmpty()) {
      mail.setHeader("List-Unsubscribe", "<" + String.join(">, <", ways) + ">");
    }
    if (link.isPresent() && links.isSafe()) {
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
  }

  private static MimeMultipart both(String text, String page) throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text, UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(page, UTF_8, "html");
    return new MimeMultipart("alternative", plain, html);
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** Keeps its id, however often it is saved. */
  private static final class StableMessage extends MimeMessage {

    private final String id;

    StableMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
