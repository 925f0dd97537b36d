package io.belfry.server;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.belfry.notifier.Notifier;
import io.belfry.notifier.NotifierProvider;
import io.belfry.notifier.smtp.SmtpProvider;
import io.belfry.settings.Settings;
import io.belfry.tck.Waiting;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A mail server, and what has come to it. */
public final class Mailserver implements AutoCloseable {

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  public Mailserver() {
    server.start();
  }

  public int port() {
    return server.getSmtp().getPort();
  }

  /** What sends mails there; with settings in pairs of name and value. */
  public Notifier notifier(String... more) {
    Map<String, String> written =
        new HashMap<>(Map.of("port", Integer.toString(port()), "hello-name", "test.example.org"));
    for (int i = 0; i < more.length; i += 2) {
      written.put(more[i], more[i + 1]);
    }
    NotifierProvider smtp = new SmtpProvider();
    return smtp.open(Settings.of(smtp.name(), smtp.settings(), written));
  }

  /** All mails, the oldest first. */
  public List<MimeMessage> mails() {
    return Arrays.asList(server.getReceivedMessages());
  }

  /** Waits until so many have come, and tells the last one's text. */
  public String awaitText(int count) throws MessagingException, IOException {
    Waiting.until(count + " mails have come", () -> mails().size() >= count);
    return text(mails().get(count - 1));
  }

  public static String text(MimeMessage mail) throws MessagingException, IOException {
    Part part = ((MimeMultipart) mail.getContent()).getBodyPart(0);
    return (String) part.getContent();
  }

  @Override
  public void close() {
    server.stop();
  }
}
