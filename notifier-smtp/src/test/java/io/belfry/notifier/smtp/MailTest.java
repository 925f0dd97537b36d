package io.belfry.notifier.smtp;

import static io.belfry.notifier.Outcome.Kind.DELIVERED;
import static io.belfry.notifier.Outcome.Kind.NEVER;
import static io.belfry.notifier.smtp.Notices.kinds;
import static io.belfry.notifier.smtp.Notices.news;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.belfry.message.Payload;
import io.belfry.message.Topic;
import io.belfry.message.TopicFilter;
import io.belfry.notifier.Change;
import io.belfry.notifier.Changes;
import io.belfry.notifier.Loss;
import io.belfry.notifier.Notice;
import io.belfry.notifier.Notifier;
import io.belfry.notifier.Recipient;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mails say, as a real server has received them. */
@Timeout(60)
class MailTest {

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void a_mail_tells_what_has_changed_as_text_and_as_page() throws Exception {
    MimeMessage mail = received(news("up 3 %", "a@example.org"));
    assertThat(mail.getSubject()).isEqualTo("finance.stock");
    assertThat(mail.getHeader("From")).containsExactly("Belfry <belfry@example.org>");
    assertThat(mail.getHeader("To")).containsExactly("a@example.org");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("List-Id")).containsExactly("<finance.stock.example.org>");
    assertThat(mail.getSentDate()).isNotNull();
    assertThat(text(mail)).contains("finance.stock", "no. 7", "2026", "up 3 %", "finance.#");
    assertThat(page(mail)).contains("<html lang=\"en\">", "finance.stock", "up 3 %");
  }

  @Test
  void each_try_has_the_same_id_and_all_about_a_topic_makes_one_thread() throws Exception {
    MimeMessage first = received(Notices.notice("n1", "en", "finance.stock", "1", "a@example.org"));
    MimeMessage again = received(Notices.notice("n1", "en", "finance.stock", "1", "a@example.org"));
    MimeMessage next = received(Notices.notice("n2", "en", "finance.stock", "2", "a@example.org"));
    MimeMessage other = received(Notices.notice("n3", "en", "finance.bond", "3", "a@example.org"));
    assertThat(first.getMessageID()).isEqualTo("<n1@example.org>").isEqualTo(again.getMessageID());
    assertThat(next.getMessageID()).isEqualTo("<n2@example.org>");
    assertThat(next.getHeader("References")).isEqualTo(first.getHeader("References"));
    assertThat(next.getHeader("In-Reply-To")).isEqualTo(first.getHeader("References"));
    assertThat(other.getHeader("References")).isNotEqualTo(first.getHeader("References"));
  }

  @Test
  void with_a_gateway_there_are_links_and_one_click_ends_it() throws Exception {
    MimeMessage mail = received(
        news("up", "a@example.org"),
        "web",
        "https://belfry.example.org/x",
        "unsubscribe-to",
        "leave@example.org");
    assertThat(mail.getHeader("List-Unsubscribe", null))
        .isEqualTo("<https://belfry.example.org/x/unsubscribe?code=leave-me>,"
            + " <mailto:leave@example.org?subject=unsubscribe%20leave-me>");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(text(mail))
        .contains("https://belfry.example.org/x/topics/finance.stock")
        .contains("https://belfry.example.org/x/unsubscribe?code=leave-me");
    assertThat(page(mail)).contains("href=\"https://belfry.example.org/x/topics/finance.stock\"");
  }

  @Test
  void without_a_gateway_a_mail_ends_it() throws Exception {
    MimeMessage mail = received(news("up", "a@example.org"), "unsubscribe-to", "leave@example.org");
    assertThat(mail.getHeader("List-Unsubscribe"))
        .containsExactly("<mailto:leave@example.org?subject=unsubscribe%20leave-me>");
    assertThat(mail.getHeader("List-Unsubscribe-Post")).isNull();
    assertThat(text(mail)).doesNotContain("http");
  }

  @Test
  void a_confirmation_has_a_code_and_nothing_of_a_list() throws Exception {
    MimeMessage mail =
        received(Notices.confirmation("en", "a@example.org"), "web", "https://belfry.example.org");
    assertThat(mail.getSubject()).isEqualTo("Please confirm: news on finance.#");
    assertThat(text(mail)).contains("a@example.org", "the-code", "/confirm?code=the-code");
    assertThat(page(mail)).contains("href=\"https://belfry.example.org/confirm?code&#x3D;the-code");
    assertThat(mail.getHeader("List-Unsubscribe")).isNull();
    assertThat(mail.getHeader("References")).isNull();
  }

  @Test
  void koreans_get_it_in_korean() throws Exception {
    MimeMessage mail =
        received(Notices.notice("n1", "ko-KR", "금융.주식", "삼성전자 ▲ 🎉", "a@example.org"));
    assertThat(mail.getSubject()).isEqualTo("금융.주식");
    assertThat(mail.getHeader("Content-Language")).containsExactly("ko-KR");
    assertThat(text(mail)).contains("금융.주식 - 7번", "삼성전자 ▲ 🎉", "소식을 신청하셔서");
    assertThat(page(mail)).contains("삼성전자 ▲ 🎉");
    assertThat(mail.getHeader("List-Id", null)).matches("<[0-9a-f]+\\.example\\.org>");
    assertThat(text(received(Notices.confirmation("ko", "b@example.org")))).contains("신청");
  }

  @Test
  void a_digest_tells_all_changes_and_what_is_lost() throws Exception {
    Changes digest = new Changes(
        "n1",
        "en",
        new TopicFilter("finance.#"),
        List.of(new Recipient("a@example.org", Optional.empty())),
        List.of(
            Notices.change("finance.stock", 7, "seven"),
            Notices.change("finance.bond", 1, "one"),
            Notices.change("finance.stock", 8, "eight")),
        List.of(new Loss(new Topic("finance.stock"), 6)));
    MimeMessage mail = received(digest);
    assertThat(mail.getSubject()).isEqualTo("3 changes: finance.#");
    assertThat(text(mail)).containsSubsequence("up to no. 6", "seven", "one", "eight");
    assertThat(page(mail)).containsSubsequence("up to no. 6", "seven", "one", "eight");
  }

  @Test
  void content_is_never_markup_nor_smtp() throws Exception {
    String nasty = "<script>alert(1)</script>\r\n.\r\nMAIL FROM:<x@example.org>\r\n..dots\r\n"
        + "{{topic}} &amp; \u202e";
    MimeMessage mail = received(news(nasty, "a@example.org"));
    assertThat(page(mail))
        .contains("&lt;script&gt;", "{{topic}} &amp;amp;")
        .doesNotContain("<script");
    assertThat(text(mail).replace("\r\n", "\n")).contains(nasty.replace("\r\n", "\n"));
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void what_people_can_not_read_is_told_but_not_shown() throws Exception {
    Changes picture = new Changes(
        "n1",
        "en",
        new TopicFilter("cat"),
        List.of(new Recipient("a@example.org", Optional.empty())),
        List.of(new Change(
            new Topic("cat"),
            1,
            Notices.NOON,
            "image/png",
            Payload.wrap(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0}, 0, 5))),
        List.of());
    assertThat(text(received(picture))).contains("5 bytes, image/png");
  }

  @Test
  void a_long_content_is_cut_but_no_character_of_it() throws Exception {
    MimeMessage mail = received(
        news("x".repeat(1_023) + "🎉" + "y".repeat(100), "a@example.org"), "max-content", "1KiB");
    assertThat(text(mail))
        .contains("x".repeat(1_023))
        .contains("cut off")
        .doesNotContain("🎉", "\ufffd", "?", "yy");
  }

  @Test
  void a_line_of_any_length_comes_through() throws Exception {
    String line = "long ".repeat(5_000);
    assertThat(text(received(news(line, "a@example.org")))).contains(line);
  }

  @Test
  void several_recipients_learn_nothing_of_each_other() throws Exception {
    try (Notifier notifier = Notices.open(port())) {
      assertThat(kinds(notifier, news("up", "a@example.org", "b@example.org")))
          .containsExactly(DELIVERED, DELIVERED);
    }
    for (MimeMessage mail : server.getReceivedMessages()) {
      assertThat(mail.getHeader("To")).containsExactly("undisclosed-recipients:;");
      assertThat(text(mail)).doesNotContain("example.org");
      assertThat(mail.getHeader("List-Unsubscribe")).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example.org\r\nBcc: b@example.org",
        "a@example.org>\r\nRCPT TO:<b@example.org",
        "a@example.org, b@example.org",
        "a@example.org\n",
        "<a@example.org>",
        "a b@example.org",
        "\"a\"@example.org",
        "a@[127.0.0.1]",
        "a@b@example.org",
        "example.org",
        "",
      })
  void an_address_is_one_mailbox_and_nothing_else(String address) throws Exception {
    try (Notifier notifier = Notices.open(port())) {
      assertThat(kinds(notifier, news("up", address))).containsExactly(NEVER);
      assertThat(server.getReceivedMessages()).isEmpty();
    }
  }

  @Test
  void a_domain_of_any_script_is_written_as_dns_wants_it() throws Exception {
    MimeMessage mail = received(news("up", "a@우체국.example"));
    assertThat(mail.getHeader("To", null)).isEqualTo("a@xn--3e0b129b9he.example");
  }

  private int port() {
    return server.getSmtp().getPort();
  }

  /** The last mail that has come. */
  private MimeMessage received(Notice notice, String... settings) throws Exception {
    try (Notifier notifier = Notices.open(port(), settings)) {
      assertThat(kinds(notifier, notice)).containsExactly(DELIVERED);
    }
    MimeMessage[] all = server.getReceivedMessages();
    return all[all.length - 1];
  }

  private static String text(MimeMessage mail) throws Exception {
    return part(mail, 0, "text/plain");
  }

  private static String page(MimeMessage mail) throws Exception {
    return part(mail, 1, "text/html");
  }

  private static String part(MimeMessage mail, int index, String type) throws Exception {
    Part part = ((MimeMultipart) mail.getContent()).getBodyPart(index);
    assertThat(part.isMimeType(type)).isTrue();
    return (String) part.getContent();
  }
}
