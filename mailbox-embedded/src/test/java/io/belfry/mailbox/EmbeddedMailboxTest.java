package io.belfry.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is sent is kept, and can be read. */
@Timeout(60)
class EmbeddedMailboxTest {

  private static final int MOST = 5;

  @TempDir
  Path directory;

  @Test
  void a_mail_is_kept_and_read_whatever_its_script() throws Exception {
    try (EmbeddedMailbox mailbox = open()) {
      assertThat(mailbox.directory().mails()).isEmpty();
      send(mailbox, "금융.주식", "삼성전자 ▲ 🎉", "quasimodo@example.org");
      Mail mail = mailbox.directory().mails().get(0);
      assertThat(mail.subject()).isEqualTo("금융.주식");
      assertThat(mail.to()).containsExactly("quasimodo@example.org");
      assertThat(mail.from()).isEqualTo("종지기 <belfry@example.org>");
      assertThat(mail.text()).isEqualToIgnoringNewLines("삼성전자 ▲ 🎉");
      assertThat(mail.page()).isEqualToIgnoringNewLines("<p>삼성전자 ▲ 🎉</p>");
      assertThat(mail.messageId()).startsWith("<");
      assertThat(mailbox.directory().find(mail.name())).contains(mail);
    }
  }

  @Test
  void all_recipients_are_told_and_the_newest_comes_first() throws Exception {
    try (EmbeddedMailbox mailbox = open()) {
      send(mailbox, "one", "1", "a@example.org", "b@example.org");
      send(mailbox, "two", "2", "a@example.org");
      assertThat(mailbox.directory().mails())
          .extracting(mail -> mail.subject() + " " + mail.to())
          .containsExactly("two [a@example.org]", "one [a@example.org, b@example.org]");
    }
  }

  @Test
  void so_many_are_kept_and_the_oldest_go_also_of_an_earlier_mailbox() throws Exception {
    for (int i = 0; i < 2; i++) {
      try (EmbeddedMailbox mailbox = open()) {
        for (int j = 0; j < 4; j++) {
          send(mailbox, "mail " + i + j, "text", "a@example.org");
        }
      }
    }
    List<String> subjects =
        new MailboxDirectory(directory).mails().stream().map(Mail::subject).toList();
    assertThat(subjects).containsExactly("mail 13", "mail 12", "mail 11", "mail 10", "mail 03");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).hasSize(MOST);
    }
  }

  @Test
  void it_listens_on_the_loopback_alone() throws Exception {
    try (EmbeddedMailbox mailbox = open();
        Socket socket = new Socket()) {
      InetAddress other = InetAddress.getByName("127.0.0.9");
      assertThatThrownBy(() -> socket.connect(new InetSocketAddress(other, mailbox.port()), 1_000))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_port_that_is_taken_is_told() throws Exception {
    try (EmbeddedMailbox mailbox = open()) {
      assertThatThrownBy(() -> EmbeddedMailbox.open(mailbox.port(), directory, MOST))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("port " + mailbox.port());
    }
  }

  @Test
  void no_name_leads_out_of_the_directory() throws Exception {
    Files.writeString(directory.resolve("secret.eml"), "Subject: secret\r\n\r\n");
    MailboxDirectory mails = new MailboxDirectory(directory.resolve("mails"));
    for (String name : List.of("../secret.eml", "secret.eml", "", "/etc/passwd")) {
      assertThat(mails.find(name)).isEmpty();
    }
    assertThat(mails.mails()).isEmpty();
  }

  @Test
  void no_thread_is_left() throws Exception {
    open().close();
    assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
        .noneMatch(name -> name.contains("belfry-mailbox"));
  }

  private EmbeddedMailbox open() throws IOException {
    return EmbeddedMailbox.open(0, directory, MOST);
  }

  private static void send(EmbeddedMailbox mailbox, String subject, String text, String... to)
      throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(mailbox.port()));
    properties.put("mail.smtp.localhost", "test.example.org");
    MimeMessage mail = new MimeMessage(Session.getInstance(properties));
    mail.setFrom(new InternetAddress("belfry@example.org", "종지기", "UTF-8"));
    mail.setSubject(subject, "UTF-8");
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text, "UTF-8");
    MimeBodyPart page = new MimeBodyPart();
    page.setText("<p>" + text + "</p>", "UTF-8", "html");
    mail.setContent(new MimeMultipart("alternative", plain, page));
    mail.saveChanges();
    Transport.send(
        mail, Stream.of(to).map(EmbeddedMailboxTest::address).toArray(InternetAddress[]::new));
  }

  private static InternetAddress address(String written) {
    InternetAddress address = new InternetAddress();
    address.setAddress(written);
    return address;
  }
}
