package io.belfry.notifier.smtp;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Sends the recipients together with the sender where the server takes them so (RFC 2920): the
 * library asks for one after the other, each of which costs a way to the server and back. It also
 * tells how far a mail got, and asks for {@code SMTPUTF8} only where an address needs it.
 */
final class PipeliningTransport extends SMTPTransport {

  private static final String SENDER = "MAIL FROM:";
  private static final String UNICODE = "SMTPUTF8";

  /** What is sent already, though the library has not asked for it yet; answers come in order. */
  private final Deque<String> ahead = new ArrayDeque<>();

  private List<String> recipients = List.of();
  private boolean needsUnicode;
  private Stage stage = Stage.SENDER;

  /** How far a mail has got. */
  enum Stage {
    SENDER,
    RECIPIENTS,
    CONTENT
  }

  PipeliningTransport(Session session, URLName name) {
    super(session, name);
  }

  Stage stage() {
    return stage;
  }

  /** The largest mail that the server takes, in bytes; as many as there are if it does not say. */
  long maxSize() {
    String most = getExtensionParameter("SIZE");
    return most != null && most.matches("\\d{1,18}") && Long.parseLong(most) > 0
        ? Long.parseLong(most)
        : Long.MAX_VALUE;
  }

  /** Whether the server knows how to write to these. */
  boolean canReach(List<InternetAddress> to) {
    return !needsUnicode(to) || supportsExtension(UNICODE);
  }

  @Override
  public synchronized void sendMessage(Message message, Address[] to) throws MessagingException {
    ahead.clear();
    stage = Stage.SENDER;
    needsUnicode = needsUnicode(List.of(to));
    recipients = supportsExtension("PIPELINING")
        ? Arrays.stream(to).map(PipeliningTransport::recipient).toList()
        : List.of();
    super.sendMessage(message, to);
  }

  @Override
  protected void rcptTo() throws MessagingException {
    stage = Stage.RECIPIENTS;
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    stage = Stage.CONTENT;
    return super.data();
  }

  @Override
  protected void sendCommand(String command) throws MessagingException {
    if (command.equals(ahead.peek())) {
      ahead.remove();
      return;
    }
    while (!ahead
        .isEmpty()) { // The sender was refused; what came with it is answered all the same.
      ahead.remove();
      readServerResponse();
    }
    if (command.startsWith(SENDER)) {
      write(needsUnicode ? command + " " + UNICODE : command);
      for (String recipient : recipients) {
        write(recipient);
        ahead.add(recipient);
      }
    } else {
      write(command);
    }
  }

  /** The library sends the low byte of each character; so each is to be one byte of UTF-8. */
  private void write(String command) throws MessagingException {
    super.sendCommand(
        new String(command.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }

  private static String recipient(Address address) {
    return "RCPT TO:<" + ((InternetAddress) address).getAddress() + ">";
  }

  private static boolean needsUnicode(List<? extends Address> to) {
    return to.stream()
        .anyMatch(address -> !StandardCharsets.US_ASCII
            .newEncoder()
            .canEncode(((InternetAddress) address).getAddress()));
  }
}
